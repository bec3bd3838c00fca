package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.policy.Policy;
import hallmonitor.moderation.policy.file.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScorecardTest {
  @Test
  void betterOrEqualModelsAreTaken() {
    assertThat(
            Scorecard.worse(
                List.of("own/threat 0.9000", "own/hate 0.8000"),
                List.of("own/threat 0.9000", "own/hate 0.8100", "own/spam 0.1")))
        .isEmpty();
  }

  @Test
  void oneCategoryThatFallsFarIsEnoughToRefuse() {
    assertThat(
            Scorecard.worse(
                List.of("own/threat 0.9000", "own/hate 0.8000"),
                List.of("own/threat 0.8000", "own/hate 0.9900")))
        .containsExactly("own/threat: average precision fell from 0.9000 to 0.8000.");
  }

  @Test
  void aMeanThatFallsIsEnoughToRefuse() {
    assertThat(
            Scorecard.worse(
                List.of("own/threat 0.9000", "own/hate 0.8000"),
                List.of("own/threat 0.8900", "own/hate 0.7900")))
        .containsExactly("Average precision fell by 0.0100 in the mean.");
  }

  @Test
  void modelsThatWereNotMeasuredOnTheSameAreRefused() {
    assertThat(Scorecard.worse(List.of("own/threat 0.9"), List.of()))
        .contains("own/threat: the new models were not measured on it.");
  }

  @Test
  void modelsThatAlarmTooOftenOnAnOrdinaryDayAreRefused() {
    assertThat(
            Scorecard.worse(
                List.of("own/threat 0.9", "ordinary/en/ESCALATED 61.0"),
                List.of(
                    "own/threat 0.9",
                    "ordinary/en/ESCALATED 2.1",
                    "ordinary/es/ESCALATED 2.9",
                    "ordinary/es/HIDDEN 0.5")))
        .containsExactly(
            "Of 1,000 ordinary comments (en), 2.1 are reported to somebody; the budget is 2.0.");
  }

  @Test
  void alarmsAreCountedOnOrdinaryRowsAlone() throws IOException {
    List<Corpus.Row> rows =
        List.of(
            row("ordinary-a", "I will shoot you all at school tomorrow"),
            row("ordinary-a", "Great game tonight"),
            row("hard", "I will shoot you all at school tomorrow"));
    Policy policy = PolicyFile.read(Files.readString(Path.of("../../deploy/config/policy.yaml")));
    assertThat(Scorecard.alarms(rows, policy))
        .contains("ordinary/en/ESCALATED 500.0", "ordinary/en/HIDDEN 500.0")
        .hasSize(4);
  }

  private static Corpus.Row row(String group, String text) {
    return new Corpus.Row(
        "1",
        Corpus.OWN,
        Split.DEV,
        group,
        Set.of(),
        Set.of(),
        Optional.empty(),
        "en",
        Comment.of(text, "Sam", "", Optional.empty(), "school"));
  }
}
