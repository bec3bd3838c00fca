package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.AuthorNames;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.file.RuleFile;
import hallmonitor.moderation.finding.signature.SignatureDetector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureTrainingTest {
  private final List<Corpus.Row> rows = rows(Split.TRAIN);

  @Test
  void theShippedWeightsAreOfFeaturesThatTheDetectorSees() {
    SignatureDetector detector = new SignatureDetector(LocalNames.NONE);
    Set<String> seen = new HashSet<>(Set.of("constant", "employee"));
    rows.forEach(row -> detector.features(row.comment()).forEach(seen::addAll));
    assertThat(RuleFile.lines("/model/signature.txt"))
        .hasSizeGreaterThan(100)
        .allSatisfy(line -> assertThat(seen).contains(line.text().split(" ")[0]));
  }

  @Test
  void theSameRowsGiveTheSameFile() {
    String learned = SignatureTraining.learn(rows);
    assertThat(learned).isEqualTo(SignatureTraining.learn(rows));
    assertThat(Arrays.stream(learned.split("\n")).filter(line -> !line.startsWith("#")))
        .allMatch(line -> line.matches("[a-z+-]+ -?[0-9]+\\.[0-9]{4}"));
  }

  /**
   * One in five of the comments that a person reviews may be wrong, but none of those hidden
   * automatically.
   */
  @ParameterizedTest
  @EnumSource(AuthorNames.class)
  void theShippedWeightsHoldTheirPrecisionWhateverNamesPeopleWriteUnder(AuthorNames names) {
    SignatureDetector detector = new SignatureDetector(LocalNames.NONE);
    Map<Boolean, Long> lookedAt = new HashMap<>();
    List<String> wronglyHidden = new ArrayList<>();
    for (Corpus.Row row : rows(Split.DEV)) {
      double score =
          detector.detect(row.comment().where(names)).stream()
              .filter(finding -> finding.category() == Category.FALSE_SIGNATURE)
              .mapToDouble(Finding::score)
              .max()
              .orElse(0);
      boolean right = row.is(Category.FALSE_SIGNATURE);
      if (score >= 0.5) {
        lookedAt.merge(right, 1L, Long::sum);
      }
      if (score >= 0.92 && !right) {
        wronglyHidden.add(row.id());
      }
    }
    assertThat(lookedAt.get(true)).isGreaterThanOrEqualTo(4 * lookedAt.get(false));
    assertThat(wronglyHidden).isEmpty();
  }

  /** That a rare name may be someone's handle is not a reason to hide the comment. */
  @Test
  void noOrdinaryCommentWithANameIsHeldToBeNobodys() {
    SignatureDetector detector = new SignatureDetector(LocalNames.NONE);
    assertThat(rows(Split.DEV).stream().filter(Corpus.Row::isOrdinary))
        .hasSizeGreaterThan(500)
        .noneMatch(
            row ->
                detector.detect(row.comment().where(AuthorNames.FREE)).stream()
                    .anyMatch(f -> f.category() == Category.UNSIGNED && f.score() >= 0.92));
  }

  private static List<Corpus.Row> rows(Split split) {
    try {
      return Corpus.read(Path.of("corpus")).of(split).stream()
          .filter(row -> !row.comment().author().isBlank())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
