package hallmonitor.moderation.policy.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.encoder.EncoderStage;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import org.junit.jupiter.api.Test;

class ThresholdBudgetsTest {
  private static final ThresholdBudgets TABLE =
      ThresholdBudgets.read(
          """
          # What thresholds cost and reach.
          # models 0123456789abcdef
          category,language,at-least,alarms,ordinary,reached,cases
          threat,en,0.02,20,2000,90,100
          threat,en,0.30,2,2000,60,100
          threat,en,0.92,0,2000,5,100
          unsigned,en,0.02,1,2000,0,0
          """);

  @Test
  void aLineHoldsUpToTheNextThreshold() {
    assertThat(TABLE.at(Category.THREAT, "en", 0.3))
        .hasValue(new MeasuredThreshold(2, 2000, 60, 100));
    assertThat(TABLE.at(Category.THREAT, "en", 0.915))
        .hasValue(new MeasuredThreshold(2, 2000, 60, 100));
    assertThat(TABLE.at(Category.THREAT, "en", 1)).hasValue(new MeasuredThreshold(0, 2000, 5, 100));
  }

  @Test
  void belowTheLowestTheLowestHolds() {
    assertThat(TABLE.at(Category.THREAT, "en", 0.01))
        .hasValue(new MeasuredThreshold(20, 2000, 90, 100));
  }

  @Test
  void whatIsNotMeasuredIsNotMadeUp() {
    assertThat(TABLE.at(Category.THREAT, "es", 0.3)).isEmpty();
    assertThat(TABLE.at(Category.SPAM, "en", 0.3)).isEmpty();
    assertThat(TABLE.at(Category.UNSIGNED, "en", 0.3)).as("no true case").isEmpty();
  }

  @Test
  void countsBecomeRatesWithAnUpperEnd() {
    MeasuredThreshold at = TABLE.at(Category.THREAT, "en", 0.3).orElseThrow();

    assertThat(at.alarmsInThousand()).isEqualTo(1);
    assertThat(at.mostAlarmsInThousand()).isCloseTo(3.6, within(0.1));
    assertThat(at.shareReached()).isEqualTo(0.6);
    assertThat(at.hasFewCases()).isFalse();
    assertThat(new MeasuredThreshold(0, 2000, 4, 40).hasFewCases()).isTrue();
  }

  @Test
  void aLineThatIsNoneIsNamed() {
    assertThatThrownBy(() -> ThresholdBudgets.read("threat,en,0.02,20\n"))
        .hasMessageContaining("/model/budgets.csv:1")
        .hasMessageContaining("threat,en,0.02,20");
    assertThatThrownBy(() -> ThresholdBudgets.read("threat,en,0.02,20,10,1,2\n"))
        .hasMessageContaining("/model/budgets.csv:1");
  }

  @Test
  void theShippedTableIsOfTheShippedModels() {
    assertThat(ThresholdBudgets.shipped().models())
        .as(
            "rules or models were replaced: run deploy/budgets, which measures and writes the table")
        .isEqualTo(StandardDetectors.version(EncoderStage.files()));
  }

  @Test
  void aHigherThresholdNeverCostsOrReachesMore() {
    ThresholdBudgets shipped = ThresholdBudgets.shipped();
    for (Category category : Category.judged()) {
      for (String language : ThresholdBudgets.LANGUAGES) {
        assertThat(shipped.at(category, language, 0.5))
            .as("%s in '%s': label rows of split dev, then run deploy/budgets", category, language)
            .isPresent();
        for (int i = 2; i < 99; i++) {
          MeasuredThreshold lower = shipped.at(category, language, i / 100.0).orElseThrow();
          MeasuredThreshold higher = shipped.at(category, language, (i + 1) / 100.0).orElseThrow();
          assertThat(higher.alarms()).isLessThanOrEqualTo(lower.alarms());
          assertThat(higher.reached()).isLessThanOrEqualTo(lower.reached());
        }
      }
    }
  }
}
