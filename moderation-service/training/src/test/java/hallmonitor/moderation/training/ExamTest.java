package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.text.NormalizedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks that nothing was trained on the exam; otherwise the exam would be worthless. */
class ExamTest {
  /** Anyone may write the same few words: "same question", "Amen and amen". */
  private static final int FORMULA = 3;

  private final Corpus exam = read(Path.of("exam", "comments"));

  @Test
  void itIsWholeAndNothingLearnsFromIt() {
    assertThat(exam.problems()).isEmpty();
    assertThat(exam.rows()).hasSizeGreaterThan(600).allMatch(row -> row.split() == Split.TEST);
    assertThat(exam.rows()).extracting(Corpus.Row::id).doesNotHaveDuplicates();
  }

  @Test
  void noneOfItsCommentsIsInTheCorpus() {
    Set<String> learned = learned();
    assertThat(exam.rows()).noneMatch(row -> learned.contains(words(row)));
  }

  @Test
  void theOrdinaryDayOfThePlatformsIsHarmlessAndItsOwn() {
    Set<String> learned = learned();
    Corpus tagged = read(Path.of("exam", "ordinary-tagged"));
    assertThat(tagged.problems()).isEmpty();
    assertThat(tagged.rows())
        .hasSizeGreaterThan(900)
        .allMatch(row -> row.split() == Split.TEST && row.isOrdinary() && row.labels().isEmpty());
    assertThat(tagged.rows()).extracting(Corpus.Row::id).doesNotHaveDuplicates();
    assertThat(tagged.rows())
        .filteredOn(row -> words(row).strip().split(" ").length > FORMULA)
        .noneMatch(row -> learned.contains(words(row)));
  }

  private static Set<String> learned() {
    return read(Path.of("corpus")).rows().stream().map(ExamTest::words).collect(Collectors.toSet());
  }

  private static String words(Corpus.Row row) {
    return NormalizedText.of(row.comment().text()).text().replaceAll("[^\\p{L}\\p{N}]+", " ");
  }

  private static Corpus read(Path folder) {
    try {
      return Corpus.read(folder);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
