package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hallmonitor.moderation.finding.Category;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests from which probability on a comment goes to an encoder. */
class EncoderRoutingTest {
  private static final int EACH = 100;
  private static final int SCOUT = 0;
  private static final int FIRST_ENCODER = 1;

  /** A hundred rows of a category, then a hundred harmless ones. */
  private static List<Corpus.Row> rows(Category category) {
    return Stream.concat(
            IntStream.range(0, EACH)
                .mapToObj(i -> RowFixtures.own("y" + i, Split.DEV, "harm", category)),
            IntStream.range(0, EACH).mapToObj(i -> RowFixtures.own("n" + i, Split.DEV, "fine")))
        .toList();
  }

  /** .001 to .100 for the first hundred, and the same for the others. */
  private static double[] before() {
    return IntStream.range(0, 2 * EACH).mapToDouble(i -> (i % EACH + 1) / 1_000.0).toArray();
  }

  private static double[] best(double each) {
    return IntStream.range(0, 2 * EACH).mapToDouble(i -> each).toArray();
  }

  private static EncoderRouting of(Category category, double best, int model) {
    return EncoderRouting.of(category, rows(category), before(), best(best), model);
  }

  @Test
  void threeInAHundredOfWhatTheBestFindsMayBeLost() {
    assertThat(of(Category.SPAM, 0.9, SCOUT).from()).isEqualTo(0.004);
  }

  @Test
  void ofDangerOneInAHundred() {
    assertThat(of(Category.THREAT, 0.9, SCOUT).from()).isEqualTo(0.002);
  }

  @Test
  void theScoutMustBeSurerBeforeTheEncodersRead() {
    assertThat(of(Category.THREAT, 0.9, FIRST_ENCODER).from()).isCloseTo(0.006, within(1e-9));
  }

  @Test
  void whatTheBestDoesNotFindIsNotLost() {
    assertThat(of(Category.THREAT, 0.04, SCOUT).from()).isEqualTo(1);
  }

  @Test
  void publicRowsDoNotCount() {
    List<Corpus.Row> rows = List.of(RowFixtures.harmlessOf("news", "fine", Category.THREAT));

    assertThat(
            EncoderRouting.of(Category.THREAT, rows, new double[] {0.01}, new double[] {0.9}, SCOUT)
                .from())
        .isEqualTo(1);
  }

  @Test
  void itSaysHowManyHarmlessCommentsAreReadForIt() {
    assertThat(of(Category.THREAT, 0.9, SCOUT).harmless()).isEqualTo(0.99);
  }
}
