package hallmonitor.moderation.pipeline.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.settings.yaml.InvalidFileException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The file of known pictures, and every mistake in it with its place. */
class KnownPicturesFileTest {
  private static final String HASH =
      "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

  private static String list(String picture) {
    return """
    lists:
      - id: police
        source: The police, November 2026
        category: threat
        pictures:
    """
        + picture;
  }

  @Test
  void aPictureHasTheCategoryAndScoreOfItsList() {
    KnownPictures read =
        KnownPicturesFile.read(list("      - {name: locker note, hashes: [" + HASH + "]}\n"));

    assertThat(read.all())
        .singleElement()
        .satisfies(
            known -> {
              assertThat(known.key()).isEqualTo("police/locker note");
              assertThat(known.category()).isEqualTo(Category.THREAT);
              assertThat(known.score()).isEqualTo(1);
              assertThat(known.hashes()).extracting(Object::toString).containsExactly(HASH);
            });
  }

  @Test
  void withoutAFileNothingIsLookedFor() {
    assertThat(KnownPicturesFile.read("").isEmpty()).isTrue();
    assertThat(KnownPicturesFile.read("lists: []\n").isEmpty()).isTrue();
  }

  private static void refused(String text, String... mistakes) {
    assertThatThrownBy(() -> KnownPicturesFile.read(text))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContainingAll(mistakes);
  }

  @Test
  void everyMistakeIsNamedWithItsPlace() {
    refused(
        """
        lists:
          - id: police
            source: The police
            category: cats
            score: 2
            pictures:
              - {name: a, hashes: [123]}
              - {name: a, hashes: []}
          - id: police
            source: Again
            category: threat
            pictures: []
        """,
        "there is no category 'cats'; known are profanity, threat",
        "a PDQ hash has 64 digits",
        "known-pictures.yaml:7:",
        "two pictures of the list are called 'a'",
        "write at least one hash",
        "two lists are called 'police'");
  }

  @Test
  void aHostileFileIsRefused() {
    refused(list("      - {name: \"a\\u0007b\", hashes: [" + HASH + "]}\n"), "in one line");
    refused(list("      - {name: " + "x".repeat(101) + ", hashes: [" + HASH + "]}\n"), "100");
    refused(
        list("      - {name: a, hashes: []}\n").replace("id: police", "id: listed"), "'listed' is");
    refused("lists: &a [*a]\n", "known-pictures.yaml");
    refused("not: [closed", "known-pictures.yaml");
    String many =
        IntStream.rangeClosed(0, 20_000).mapToObj(i -> HASH).collect(Collectors.joining(","));
    refused(list("      - {name: a, hashes: [" + many + "]}\n"), "at most 20000 hashes");
  }
}
