package hallmonitor.moderation.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.LinearScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests at which log-odds a comment goes to an encoder. */
class EncoderRoutingTest {
  private static final int EACH = 200;
  private static final int SCOUT = 0;
  private static final double FOUND = 0.9;

  private final List<RowOpinion> opinions = new ArrayList<>();
  private final List<Double> best = new ArrayList<>();

  /** Rows of a category with log-odds of harm from -1 to 3, and ordinary ones from -2 to 2. */
  private void rows(Category category, double found, Finding... rules) {
    for (int i = 0; i < EACH; i++) {
      add(RowFixtures.own("y" + i, Split.DEV, "harm", category), i / 50.0 - 1, found, rules);
      add(ordinary(i), i / 50.0 - 2, 0);
    }
  }

  private static Corpus.Row ordinary(int number) {
    return new Corpus.Row(
        "n" + number,
        Corpus.OWN,
        Split.DEV,
        "ordinary-" + number,
        Set.of(),
        Set.of(),
        Optional.empty(),
        "en",
        RowFixtures.comment("fine"));
  }

  private void add(Corpus.Row row, double harm, double found, Finding... rules) {
    double[] raw = new double[Train.LEARNED.size() + 1];
    raw[Train.LEARNED.size()] = harm;
    opinions.add(
        new RowOpinion(
            row,
            List.of(rules),
            new LinearScores(Train.LEARNED, raw, new double[Train.LEARNED.size()]),
            List.of()));
    best.add(found);
  }

  private EncoderRouting routing(Category category) {
    double[] probabilities = best.stream().mapToDouble(p -> p).toArray();
    return EncoderRouting.of(opinions, Map.of(category, probabilities), SCOUT);
  }

  @Test
  void theScoutReadsItsShareOfTheOrdinaryComments() {
    rows(Category.SPAM, FOUND);
    EncoderRouting routing = routing(Category.SPAM);

    long read =
        opinions.stream()
            .filter(o -> o.row().labels().isEmpty())
            .filter(o -> LogisticFit.logOdds(routing.fit(), o.inputs(SCOUT)) >= routing.from())
            .count();

    assertThat((double) read / EACH).isCloseTo(EncoderRouting.READ[SCOUT], within(0.01));
  }

  @Test
  void itSaysHowMuchOfTheDangerThatIsFoundIsWithheld() {
    rows(Category.THREAT, FOUND);
    // Half of the ordinary ones are above 0, and so are all but 25 of 100 threats.
    assertThat(routing(Category.THREAT).lost()).isCloseTo(0.25, within(0.01));
  }

  @Test
  void whatTheBestDoesNotFindIsNotLost() {
    rows(Category.THREAT, 0.04);
    assertThat(routing(Category.THREAT).lost()).isZero();
  }

  @Test
  void whatARuleSpeaksOfGoesOnAnyway() {
    rows(Category.THREAT, FOUND, new Finding(Category.THREAT, 0.3, "pattern", List.of(), "why"));
    assertThat(routing(Category.THREAT).lost()).isZero();
  }

  @Test
  void publicRowsDoNotCount() {
    rows(Category.THREAT, FOUND);
    double from = routing(Category.THREAT).from();
    for (int i = 0; i < EACH; i++) {
      add(RowFixtures.harmlessOf("news", "fine", Category.THREAT), 5, 0);
    }
    assertThat(routing(Category.THREAT).from()).isEqualTo(from);
  }
}
