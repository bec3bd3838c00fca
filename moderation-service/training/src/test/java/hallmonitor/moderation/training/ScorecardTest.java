package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
