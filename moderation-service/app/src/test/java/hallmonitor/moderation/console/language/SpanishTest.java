package hallmonitor.moderation.console.language;

import static java.nio.file.Files.readString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that every text of the console has its Spanish, and that no translation is unused. */
class SpanishTest {
  private static final Path MAIN = Path.of("src/main");
  private static final Path SCRIPTS = MAIN.resolve("resources/META-INF/resources/console");
  private static final String PASTE = "each of these needs its Spanish; ready to paste into %s";

  private final Spanish spanish = Spanish.shipped();

  @Test
  void everySegmentOfEveryTemplateIsKnown() {
    Map<String, Set<String>> missing = new LinkedHashMap<>();
    segments()
        .forEach(
            (page, texts) ->
                texts.stream()
                    .filter(text -> spanish.segment(page, text).isEmpty())
                    .forEach(
                        text ->
                            missing.computeIfAbsent(page, p -> new LinkedHashSet<>()).add(text)));

    assertThat(pasted(missing)).as(PASTE, "spanish/pages.yaml").isEmpty();
  }

  @Test
  void everySegmentOfTheFileIsInItsTemplate() {
    Map<String, Set<String>> used = segments();
    Map<String, Set<String>> unused = new LinkedHashMap<>();
    spanish
        .pages()
        .forEach(
            (page, texts) -> {
              Set<String> left = new TreeSet<>(texts.keySet());
              if (page.equals(Spanish.EVERYWHERE)) {
                used.forEach(
                    (of, some) ->
                        some.stream()
                            .filter(
                                text ->
                                    !spanish.pages().getOrDefault(of, Map.of()).containsKey(text))
                            .forEach(left::remove));
              } else {
                left.removeAll(used.getOrDefault(page, Set.of()));
              }
              if (!left.isEmpty()) {
                unused.put(page, left);
              }
            });

    assertThat(unused).as("nobody says these any more; take them out").isEmpty();
  }

  @Test
  void everyTemplateCanBeSaidInSpanishAndStaysAsItIsInEnglish() {
    templates()
        .forEach(
            (page, source) -> {
              String both = Bilingual.of(source, text -> spanish.segment(page, text));
              assertThat(InEnglish.of(both)).as(page).isEqualTo(source);
            });
  }

  @Test
  void everySentenceOfTheProgramIsKnownAndEveryKnownOneIsSaid() {
    Set<String> said = new TreeSet<>(SourceSentences.in(MAIN.resolve("java")));
    said.addAll(SourceSentences.in(Path.of("../judging/src/main/java")));

    Set<String> missing = new LinkedHashSet<>(said);
    missing.removeAll(spanish.sentences().keySet());
    assertThat(pasted(Map.of("new", missing))).as(PASTE, "spanish/sentences.yaml").isEmpty();
    assertThat(spanish.sentences().keySet()).as("said nowhere; take it out").isSubsetOf(said);
  }

  @Test
  void aSpanishSentenceHasTheValuesOfTheEnglishOne() {
    spanish
        .sentences()
        .forEach(
            (english, said) ->
                assertThat(SegmentPlaces.in(said))
                    .as(english)
                    .isEqualTo(SegmentPlaces.in(english)));
  }

  @Test
  void whatTheScriptSaysIsKnownAndNothingElse() throws IOException {
    Set<String> said = new TreeSet<>();
    Matcher say = matcher("\\bsay\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"", modules());
    while (say.find()) {
      said.add(say.group(1));
    }
    Map<String, String> known = new LinkedHashMap<>();
    Matcher entry =
        matcher(
            "(?m)^  \"([^\"]+)\":\\s+\"([^\"]+)\",$", readString(SCRIPTS.resolve("spanish.js")));
    while (entry.find()) {
      known.put(entry.group(1), entry.group(2));
    }

    assertThat(known.keySet()).as("spanish.js").containsExactlyInAnyOrderElementsOf(said);
    known.forEach(
        (english, text) ->
            assertThat(SegmentPlaces.in(text)).as(english).isEqualTo(SegmentPlaces.in(english)));
  }

  @Test
  void theScriptSaysNothingPastTheSpanish() throws IOException {
    Matcher bare =
        matcher(
            "(?:announce\\(|textContent = |replaceChildren\\((?:\\w+, )?)(?:\"[^\"]|`)[^;]*",
            modules());
    List<String> found = new ArrayList<>();
    while (bare.find()) {
      found.add(bare.group());
    }
    assertThat(found).as("go through say(...)").isEmpty();
  }

  private static Matcher matcher(String pattern, String text) {
    return java.util.regex.Pattern.compile(pattern).matcher(text);
  }

  /** Returns the text of all modules. */
  private static String modules() throws IOException {
    try (Stream<Path> files = Files.list(SCRIPTS.resolve("script"))) {
      return files.sorted().map(SpanishTest::text).collect(Collectors.joining());
    }
  }

  private static Map<String, Set<String>> segments() {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    templates()
        .forEach(
            (page, source) ->
                Bilingual.of(
                    source,
                    text -> {
                      found.computeIfAbsent(page, p -> new LinkedHashSet<>()).add(text);
                      return Optional.empty();
                    }));
    return found;
  }

  private static Map<String, String> templates() {
    Path folder = MAIN.resolve("resources/templates/console");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .collect(
              Collectors.toMap(
                  file -> folder.relativize(file).toString().replace(".html", ""),
                  SpanishTest::text,
                  (one, other) -> one,
                  LinkedHashMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pasted(Map<String, Set<String>> groups) {
    StringBuilder text = new StringBuilder();
    new HashSet<>(groups.keySet())
        .stream()
            .sorted()
            .filter(group -> !groups.get(group).isEmpty())
            .forEach(
                group -> {
                  text.append('\n').append(group).append(":\n");
                  groups
                      .get(group)
                      .forEach(
                          key ->
                              text.append("  \"")
                                  .append(key.replace("\\", "\\\\").replace("\"", "\\\""))
                                  .append("\": \"\"\n"));
                });
    return text.toString();
  }
}
