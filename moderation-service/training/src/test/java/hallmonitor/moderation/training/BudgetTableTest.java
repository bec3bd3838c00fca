package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.budget.MeasuredThreshold;
import hallmonitor.moderation.policy.budget.ThresholdBudgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The cost and reach of thresholds are counted from what the policy would see. */
class BudgetTableTest {
  private static final List<ScoredRow> JUDGED =
      List.of(
          ordinary("en"),
          ordinary("en", 0.05),
          ordinary("en", 0.3),
          ordinary("es", 0.5),
          threat("en", 0.29, 0.95),
          threat("en", 0.3),
          threat("es"));

  private static final List<String> LINES = BudgetTable.lines("abc", JUDGED);
  private static final ThresholdBudgets TABLE = ThresholdBudgets.read(String.join("\n", LINES));

  @Test
  void ordinaryCommentsAreAlarmsAndTrueCasesAreReached() {
    assertThat(english(0.02)).hasValue(new MeasuredThreshold(2, 3, 2, 2));
    assertThat(english(0.3)).as("a score as high as the threshold").hasValue(counts(1, 2));
    assertThat(english(0.31)).as("the strongest finding").hasValue(counts(0, 1));
    assertThat(english(0.96)).hasValue(counts(0, 0));
  }

  private static MeasuredThreshold counts(long alarms, long reached) {
    return new MeasuredThreshold(alarms, 3, reached, 2);
  }

  private static Optional<MeasuredThreshold> english(double atLeast) {
    return TABLE.at(Category.THREAT, "en", atLeast);
  }

  @Test
  void eachLanguageIsCountedByItself() {
    assertThat(TABLE.at(Category.THREAT, "es", 0.3)).hasValue(new MeasuredThreshold(1, 1, 0, 1));
  }

  @Test
  void aCategoryWithoutTrueCasesHasNoAnswer() {
    assertThat(TABLE.at(Category.SPAM, "en", 0.3)).isEmpty();
  }

  @Test
  void theTableNamesItsModelsAndLeavesOutWhatChangesNothing() {
    assertThat(TABLE.models()).isEqualTo("abc");
    assertThat(LINES)
        .filteredOn(line -> line.startsWith("threat,en"))
        .containsExactly(
            "threat,en,0.02,2,3,2,2",
            "threat,en,0.06,1,3,2,2",
            "threat,en,0.31,0,3,1,2",
            "threat,en,0.96,0,3,0,2");
  }

  private static ScoredRow ordinary(String language, double... scores) {
    return row("ordinary-1", language, Set.of(), scores);
  }

  private static ScoredRow threat(String language, double... scores) {
    return row("threats", language, Set.of(Category.THREAT), scores);
  }

  private static ScoredRow row(
      String group, String language, Set<Category> labels, double... scores) {
    List<Finding> findings = new ArrayList<>();
    for (double score : scores) {
      findings.add(new Finding(Category.THREAT, score, "pattern", List.of(), "Because."));
    }
    return new ScoredRow(
        new Corpus.Row(
            "1",
            Corpus.OWN,
            Split.DEV,
            group,
            labels,
            Set.of(),
            Optional.empty(),
            language,
            RowFixtures.comment("Hello")),
        new TwoStageJudge.Judgment(
            new Policy("Nothing", List.of()).judge(findings, "school"), Map.of()));
  }
}
