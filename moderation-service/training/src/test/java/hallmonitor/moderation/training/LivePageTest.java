package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LivePageTest {
  private static final int RIGHT = 20;

  /** Twenty right answers above one wrong one, which is above twenty more right ones. */
  private static final double[] SUMS = sums();

  private static double[] sums() {
    double[] sums = new double[2 * RIGHT + 1];
    Arrays.setAll(sums, i -> 100 - i);
    return sums;
  }

  private static boolean[] wrongAt(int... places) {
    boolean[] applies = new boolean[SUMS.length];
    Arrays.fill(applies, true);
    Arrays.stream(places).forEach(place -> applies[place] = false);
    return applies;
  }

  private static double[] weights() {
    double[] weights = new double[SUMS.length];
    Arrays.fill(weights, 1);
    return weights;
  }

  @Test
  void anAnswerIsProvenDownToTheFirstWrongOne() {
    assertThat(LivePage.proven(SUMS, wrongAt(RIGHT), weights())).hasValue(SUMS[RIGHT - 1]);
  }

  @Test
  void fewRightAnswersProveNothing() {
    assertThat(LivePage.proven(SUMS, wrongAt(LivePage.FEWEST - 1), weights())).isEmpty();
  }

  @Test
  void aWrongAnswerAboveAllProvesNothing() {
    assertThat(LivePage.proven(SUMS, wrongAt(0), weights())).isEmpty();
  }

  @Test
  void whatIsProvenAmongSomeDoesNotLookAtTheOthers() {
    int[] others = IntStream.range(0, SUMS.length).filter(i -> i != RIGHT).toArray();

    assertThat(LivePage.proven(SUMS, wrongAt(RIGHT), weights(), others))
        .hasValue(SUMS[SUMS.length - 1]);
  }

  @Test
  void atMostOneInAThousandFromElsewhereIsAbove() {
    double[] sums = IntStream.range(0, 2_000).mapToDouble(i -> i).toArray();
    boolean[] elsewhere = new boolean[sums.length];
    Arrays.fill(elsewhere, true);

    double from = LivePage.seldom(sums, elsewhere);

    assertThat(Arrays.stream(sums).filter(sum -> sum >= from).count()).isEqualTo(2);
  }

  @Test
  void whereNothingIsFromElsewhereNothingIsTooMuch() {
    assertThat(LivePage.seldom(SUMS, new boolean[SUMS.length])).isLessThan(0).isInfinite();
  }

  @Test
  void probabilitiesHoldWhereTheCategoryIsRare() {
    double[][] inputs = new double[1_000][];
    boolean[] applies = new boolean[inputs.length];
    double[] weights = new double[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = new double[] {i % 2};
      applies[i] = i % 2 == 0 ? i % 40 == 0 : i % 20 < 3;
      weights[i] = 1;
    }
    double[] fit = LivePage.fit(new double[] {1, 0}, inputs, applies, weights);
    double live = 0;
    double said = 0;
    for (int i = 0; i < inputs.length; i++) {
      double weight = Weights.onLivePage(weights[i], applies[i]);
      live += weight * (applies[i] ? 1 : 0);
      said += weight * LivePage.probability(LogisticFit.logOdds(fit, inputs[i]));
    }
    assertThat(said).isCloseTo(live, within(live * 0.25));
  }
}
