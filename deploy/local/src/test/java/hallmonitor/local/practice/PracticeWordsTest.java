package hallmonitor.local.practice;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.local.web.PageWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeWordsTest {
  private static final Path PAGE = Path.of("src/main/resources/hallmonitor/local/practice");
  private static final Path CODE = Path.of("src/main/java/hallmonitor/local/practice");

  private static Set<String> found(Path file, String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .map(said -> said.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> said() throws IOException {
    Set<String> said = new TreeSet<>();
    for (String page :
        List.of("practice.html", "platform.html", "top.html", "try.html", "comments.html")) {
      said.addAll(found(PAGE.resolve(page), "\\[\\[(.+?)]]"));
    }
    for (String script : List.of("practice.js", "stream.js")) {
      said.addAll(found(PAGE.resolve(script), "phrase\\('([^']+)'"));
    }
    for (String code : List.of("PublicApi.java", "BlogWall.java", "PlatformWall.java")) {
      said.addAll(found(CODE.resolve(code), "refusal\\(\\s*\\d+, \"([^\"]+)\"[,)]"));
      said.addAll(found(CODE.resolve(code), "Optional.of\\(\"([^\"]+)\"\\)"));
    }
    for (TownPlatform platform : TownPlatform.values()) {
      said.addAll(List.of(platform.hiding(), platform.reading(), platform.toAuthor()));
    }
    said.remove("");
    said.addAll(
        found(CODE.resolve("StreamOrder.java"), "IllegalArgumentException\\(\"([^\"]+)\"\\)"));
    Example.ALL.forEach(example -> said.add(example.label()));
    return said;
  }

  @Test
  void everySentenceOfThePageHasItsSpanish() throws IOException {
    assertThat(said()).hasSizeGreaterThan(60);
    assertThat(PracticePage.WORDS.known().keySet()).containsAll(said());
  }

  @Test
  void aBrowserThatLikesSpanishBestGetsThePageInSpanishAndItsPostsInEnglish(@TempDir Path folder)
      throws IOException {
    try (Site site = new Site(folder)) {
      String page = site.inSpanish("/").http().body();
      String english = site.anonymously("GET", "/", null).http().body();

      assertThat(page)
          .contains(
              "<html lang=\"es\">", "Publicar comentario", "<article class=\"post\" lang=\"en\">")
          .contains("Game day")
          .doesNotContain("Post comment<", "[[", "]]");
      assertThat(english)
          .contains("<html lang=\"en\">", "Post comment")
          .doesNotContain("Publicar", "[[", "{{");
    }
  }

  @Test
  void aSentenceTakesItsValuesAndWhatNobodyTranslatedStaysEnglish() {
    assertThat(PracticePage.WORDS.say("{1} comments were hidden by moderation.", "3"))
        .isEqualTo("La moderación ocultó 3 comentarios.");
    assertThat(List.of(PracticePage.WORDS.say("Brand new."), PageWords.ENGLISH.say("Edit")))
        .containsExactly("Brand new.", "Edit");
  }
}
