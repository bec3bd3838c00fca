package hallmonitor.moderation.finding;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.standard.StandardDetectors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A form that is not firm and a model that has not proven itself alone hide together. */
class ProvenBesideRuleTest {
  private static final double ALONE = 0.8;
  private static final double BESIDE_RULE = 0.5;

  private static double score(double probability, double rule) {
    return score(probability, rule, "pattern");
  }

  private static double score(double probability, double rule, String detector) {
    ModelDetector model = StandardDetectors.model().followedBy(new Fixed(probability));
    List<Finding> before =
        rule == 0
            ? List.of()
            : List.of(new Finding(Category.THREAT, rule, detector, List.of(), "why"));
    Comment comment = Comment.of("by the neck", "", "", Optional.empty(), "school");
    return Finding.strongest(model.detect(comment, before), Category.THREAT);
  }

  private record Fixed(double probability) implements SecondStage {
    @Override
    public Optional<Map<Category, Double>> look(
        Comment comment, LinearScores linear, List<Finding> before) {
      return Optional.of(Map.of(Category.THREAT, probability));
    }

    @Override
    public double provenFrom(Category category) {
      return ALONE;
    }

    @Override
    public double provenBesideRuleFrom(Category category) {
      return BESIDE_RULE;
    }
  }

  @Test
  void anAnswerThatHasProvenNothingAloneCountsAsSureBesideARule() {
    assertThat(score(0.6, 0.16)).isEqualTo(ModelDetector.PROVEN);
    assertThat(score(0.6, 0)).isEqualTo(0.6);
  }

  @Test
  void aLinkThatTheModelHasReadItselfIsNoSecondWitness() {
    assertThat(score(0.6, 0.7, ModelDetector.LINK)).isEqualTo(0.6);
  }

  @Test
  void belowWhatBothHaveProvenTheAnswerStaysWhatItIs() {
    assertThat(score(0.4, 0.16)).isEqualTo(0.4);
  }

  @Test
  void whatIsProvenAloneNeedsNoRule() {
    assertThat(score(0.85, 0)).isEqualTo(ModelDetector.PROVEN);
  }
}
