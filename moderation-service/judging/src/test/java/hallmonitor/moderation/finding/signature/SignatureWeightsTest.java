package hallmonitor.moderation.finding.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SignatureWeightsTest {
  private final SignatureWeights few = SignatureWeights.read("/weights/few.txt");

  @Test
  void whatHoldsIsAddedUp() {
    assertThat(few.probability(Set.of("love", "love+full"), false)).isCloseTo(0.731, within(1e-3));
    assertThat(few.probability(Set.of("love", "a feature without weight"), false))
        .isCloseTo(0.378, within(1e-3));
  }

  @Test
  void anEmployeesNameMakesSurerOnlyWhatIsLikelyAnyway() {
    assertThat(few.probability(Set.of("love", "love+full"), true)).isGreaterThan(0.98);
    assertThat(few.probability(Set.of("love"), true)).isLessThan(0.5);
  }

  @Test
  void mistakesAreToldByFileAndLine() {
    assertThatThrownBy(() -> SignatureWeights.read("/weights/twice.txt"))
        .hasMessageStartingWith("weights/twice.txt:3: ");
    assertThatThrownBy(() -> SignatureWeights.read("/weights/no-number.txt"))
        .hasMessageStartingWith("weights/no-number.txt:3: 'much'");
  }
}
