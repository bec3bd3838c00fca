package hallmonitor.moderation.training.decisions;

import static hallmonitor.moderation.training.decisions.DecidedFixture.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.training.Corpus;
import hallmonitor.moderation.training.Split;
import hallmonitor.moderation.training.decisions.Labeling.Labeled;
import hallmonitor.settings.tool.ToolFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the exported folder: what training reads there, and who may read it. */
class OwnCorpusTest {
  private static final String WARNING = "CONFIDENTIAL.";

  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("own/decisions");
  }

  private Path data() {
    return temporary.resolve("data");
  }

  private Pseudonyms pseudonyms() throws IOException {
    return Pseudonyms.in(data());
  }

  private Corpus written(DecidedComment... comments) throws IOException {
    try (OwnCorpus corpus = OwnCorpus.open(folder(), WARNING, pseudonyms())) {
      for (DecidedComment comment : comments) {
        boolean breaks = comment.statements().get(0).breaks();
        corpus.add(
            comment,
            new Labeled(
                breaks ? Set.of(Category.THREAT, Category.PROFANITY) : Set.of(),
                comment.language(),
                Optional.empty()));
      }
      corpus.commit();
    }
    return Corpus.read(folder());
  }

  private static DecidedFixture harmless(String text) {
    return aComment().saying(text).dismissed();
  }

  @Test
  void trainingReadsWhatWasExported() throws IOException {
    String text = "He said \"no\",\nthen;\r\nleft | \u00e1\u00e9 \uD83D\uDE00";
    Corpus corpus =
        written(
            harmless(text).there(),
            aComment().id("18").in("es").confirmed("3.2", Category.THREAT).there());

    assertThat(corpus.problems()).isEmpty();
    assertThat(corpus.rows()).hasSize(2).allMatch(row -> row.source().equals(Corpus.OWN));
    Corpus.Row first = corpus.rows().get(0);
    assertThat(first.language()).isEqualTo("en");
    assertThat(first.labels()).isEmpty();
    assertThat(first.comment().text()).isEqualTo(text);
    assertThat(first.comment().post()).isEqualTo("Homecoming\nSee you on Friday.");
    assertThat(corpus.rows().get(1).labels())
        .containsExactlyInAnyOrder(Category.THREAT, Category.PROFANITY);
  }

  @Test
  void onlyTheOwnerCanReadIt() throws IOException {
    written(harmless("Go team").there());

    try (Stream<Path> all = Files.walk(folder())) {
      for (Path path : all.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .as("%s", path)
            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
      }
    }
    assertThat(folder().resolve("README.txt")).content().startsWith(WARNING);
  }

  @Test
  void anAuthorIsAPseudonymAndStaysInOneSplit() throws IOException {
    DecidedComment one = harmless("Go team").id("1").there();
    DecidedComment two = harmless("See you there").id("2").there();
    DecidedComment other = harmless("Me, too").id("3").by("Sam").there();
    Corpus corpus = written(one, two, other);

    assertThat(corpus.rows()).extracting(Corpus.Row::id).doesNotHaveDuplicates();
    assertThat(corpus.rows().get(0).group())
        .isEqualTo(corpus.rows().get(1).group())
        .isNotEqualTo(corpus.rows().get(2).group())
        .doesNotContain("Dana");
    assertThat(corpus.rows()).extracting(row -> row.comment().author()).containsOnly("");
    assertThat(corpus.of(Split.TEST)).isEmpty();
  }

  @Test
  void pseudonymsAreThoseOfADistrictAndItsKeyIsItsOwn() throws IOException {
    DecidedComment one = harmless("Go team").there();
    Corpus.Row first = written(one).rows().get(0);
    Path key = data().resolve(Pseudonyms.FILE);
    assertThat(Files.getPosixFilePermissions(key))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(data()).isDirectoryNotContaining("glob:**.new");

    Files.delete(key);
    Corpus.Row ofAnother = written(one).rows().get(0);

    assertThat(ofAnother.group()).isNotEqualTo(first.group());
    assertThat(ofAnother.id()).isNotEqualTo(first.id());
  }

  @Test
  void whatIsNoKeyIsNotTakenForOne() throws IOException {
    Files.createDirectories(data());
    Files.writeString(data().resolve(Pseudonyms.FILE), "homework");

    assertThatThrownBy(this::pseudonyms)
        .isInstanceOf(ToolFailure.class)
        .hasMessageContaining("no key");
  }

  @Test
  void whereASignatureWasAtIssueTheNameIsKept() throws IOException {
    Corpus corpus =
        written(harmless("- Principal Okafor").found(Category.FALSE_SIGNATURE, 0.6).there());

    assertThat(corpus.rows().get(0).comment().author()).isEqualTo("Dana Reyes");
  }

  @Test
  void noCellRunsInASpreadsheet() throws IOException {
    Corpus corpus = written(harmless("\t=HYPERLINK(\"x\")").there());

    assertThat(folder().resolve("en/decisions.csv")).content().contains("\" =HYPERLINK(");
    assertThat(corpus.rows().get(0).comment().text()).isEqualTo(" =HYPERLINK(\"x\")");
  }

  @Test
  void aSecondExportTakesThePlaceOfTheFirstAndKeepsTheIds() throws IOException {
    Corpus first =
        written(harmless("Go team").there(), harmless("Vamos").id("18").in("es").there());
    Corpus second = written(harmless("Go team").there());

    assertThat(second.rows()).hasSize(1);
    assertThat(second.rows().get(0).id()).isEqualTo(first.rows().get(0).id());
  }

  @Test
  void whatIsNotCommittedChangesNothing() throws IOException {
    written(harmless("Go team").there());
    try (OwnCorpus corpus = OwnCorpus.open(folder(), WARNING, pseudonyms())) {
      corpus.add(harmless("Other").there(), new Labeled(Set.of(), "en", Optional.empty()));
    }

    assertThat(Corpus.read(folder()).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.comment().text()).isEqualTo("Go team"));
    assertThat(folder().resolve("en")).isDirectoryContaining("glob:**.csv");
    assertThat(folder().resolve("en")).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aFolderWithOtherThingsIsLeftAlone() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("homework.txt"), "mine");

    assertThatThrownBy(() -> OwnCorpus.open(folder(), WARNING, pseudonyms()))
        .isInstanceOf(ToolFailure.class)
        .hasMessageContaining("something else");
    assertThat(folder().resolve("homework.txt")).hasContent("mine");
  }
}
