package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import hallmonitor.moderation.finding.ModelDetector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests when a model may hide. */
class HideProofTest {
  private static final int EACH = 60;
  private static final double FAINT_RULE = 0.5;
  private static final List<Finding> LINK_ALONE =
      List.of(new Finding(Category.SPAM, FAINT_RULE, ModelDetector.LINK, List.of(), "why"));

  private static RowOpinion said(double logOdds, double rule, Category category, Corpus.Row row) {
    double[] raw = new double[Train.LEARNED.size()];
    raw[Train.LEARNED.indexOf(category)] = logOdds;
    List<Finding> rules =
        rule == 0 ? List.of() : List.of(new Finding(category, rule, "pattern", List.of(), "why"));
    return new RowOpinion(
        row, rules, new LinearScores(Train.LEARNED, raw, new double[raw.length]), List.of());
  }

  /** Rows that the model distinguishes: sixty of the category, and sixty harmless ones. */
  private static List<RowOpinion> clear(Category category, double rule) {
    List<RowOpinion> rows = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      rows.add(
          said(
              4 + i % 5 / 10.0,
              rule,
              category,
              RowFixtures.own("y" + i, Split.DEV, "harm", category)));
      rows.add(said(-4 - i % 5 / 10.0, 0, category, RowFixtures.own("n" + i, Split.DEV, "fine")));
    }
    return rows;
  }

  private static HideProof proof(Category category, List<RowOpinion> rows) {
    return HideProof.of(StackTrainingSet.of(category, rows, 0));
  }

  @Test
  void whatTheModelTellsApartOnRowsThatItHasNotSeenIsProven() {
    assertThat(proof(Category.THREAT, clear(Category.THREAT, 0)).alone()).isPresent();
  }

  @Test
  void aPersonalAttackIsNeverHiddenByAModel() {
    assertThat(proof(Category.BULLYING, clear(Category.BULLYING, FAINT_RULE)))
        .isEqualTo(HideProof.NONE);
  }

  @Test
  void whatNothingTellsApartIsNotProven() {
    List<RowOpinion> rows = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      rows.add(
          said(1, 0, Category.THREAT, RowFixtures.own("y" + i, Split.DEV, "a", Category.THREAT)));
      rows.add(said(1, 0, Category.THREAT, RowFixtures.own("n" + i, Split.DEV, "a")));
    }

    assertThat(proof(Category.THREAT, rows)).isEqualTo(HideProof.NONE);
  }

  @Test
  void besideARuleItIsProvenWhereARuleSpoke() {
    assertThat(proof(Category.THREAT, clear(Category.THREAT, FAINT_RULE)).besideRule()).isPresent();
    assertThat(proof(Category.THREAT, clear(Category.THREAT, 0)).besideRule()).isEmpty();
    assertThat(proof(Category.THREAT, clear(Category.THREAT, 0.95)).besideRule())
        .as("a firm rule hides without the model")
        .isEmpty();
  }

  @Test
  void besideALinkNothingIsProven() {
    List<RowOpinion> rows =
        clear(Category.SPAM, 0).stream()
            .map(
                opinion ->
                    new RowOpinion(opinion.row(), LINK_ALONE, opinion.linear(), opinion.encoders()))
            .toList();

    assertThat(proof(Category.SPAM, rows).besideRule()).isEmpty();
  }

  @Test
  void harmOfAnotherCategoryIsNoWrongHide() {
    List<RowOpinion> rows = clear(Category.THREAT, 0);
    for (int i = 0; i < EACH / 10; i++) {
      rows.add(
          said(5, 0, Category.THREAT, RowFixtures.own("o" + i, Split.DEV, "hate", Category.HATE)));
    }

    assertThat(proof(Category.THREAT, rows).alone()).isPresent();
  }

  @Test
  void aHarmlessCommentFromElsewhereRaisesTheBar() {
    List<RowOpinion> rows = clear(Category.THREAT, 0);
    double before = proof(Category.THREAT, rows).alone().orElseThrow();
    rows.add(said(6, 0, Category.THREAT, RowFixtures.harmlessOf("news", "fine", Category.THREAT)));

    assertThat(proof(Category.THREAT, rows).alone().orElseThrow()).isGreaterThan(before);
  }
}
