package hallmonitor.bench.judging;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.finding.encoder.EncoderStage.Looks;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamFiguresTest {
  private static final StageShares SHARES =
      new StageShares(1_000, List.of(new Looks("scout", 190, 10), new Looks("english", 75, 25)));

  private static StreamFigures.Rate rate(double perSecond) {
    return new StreamFigures.Rate(perSecond, perSecond / 10);
  }

  @Test
  void eachFigureSaysWhatItIs() {
    StreamFigures figures =
        new StreamFigures(
            "ordinary stream",
            SHARES,
            rate(40_000),
            9_000,
            rate(1_000),
            rate(100_000),
            rate(2_000),
            List.of(0.2, 7.0));

    assertThat(figures.lines().stream().map(line -> line.replaceAll(" {2,}", " ")))
        .containsExactly(
            "ordinary stream: 1,000 comments",
            " first stage alone: rules, linear models, policy 40,000 comments/s (\u00b1 4,000), 25.0"
                + " microseconds, 9,000 bytes each",
            " all stages 1,000 comments/s (\u00b1 100), 1000.0 microseconds each",
            " all stages take so much longer than the first alone x 40.0",
            " reach scout 20.0 %, a look takes 0.200 ms, 5.0 % known from an equal text"
                + " (not used above)",
            " reach english 10.0 %, a look takes 7.000 ms, 25.0 % known from an equal"
                + " text (not used above)",
            " linear models one by one, DocumentCategorizerME 2,000 comments/s (\u00b1 200)",
            " the first stage as a whole is so much faster than those x 20.0",
            " linear models in one table 100,000 comments/s (\u00b1 10,000), x 50.0");
  }

  @Test
  void whatWasNotMeasuredIsADash() {
    StreamFigures figures =
        new StreamFigures(
            "hard stream",
            SHARES,
            rate(Double.NaN),
            Double.NaN,
            rate(1_000),
            rate(1),
            rate(1),
            List.of(Double.NaN, 7.0));

    assertThat(figures.lines()).noneMatch(line -> line.contains("NaN"));
    assertThat(figures.lines().get(1))
        .endsWith("- comments/s (\u00b1 -), - microseconds, - bytes each");
  }

  @Test
  void theFileHasOnlyWhatWasMeasured() {
    StreamFigures figures =
        new StreamFigures(
            "ordinary stream",
            SHARES,
            rate(40_000),
            9_000,
            rate(Double.NaN),
            rate(Double.NaN),
            rate(Double.NaN),
            List.of(Double.NaN, 7.0));

    assertThat(figures.byName())
        .containsEntry("comments", 1_000)
        .containsEntry("first stage alone, comments a second", 40_000.0)
        .containsEntry("first stage alone, comments a second, error", 4_000.0)
        .containsEntry("first stage alone, bytes for a comment", 9_000.0)
        .containsEntry("reach scout, percent", 20.0)
        .containsEntry("a look of english, ms", 7.0)
        .doesNotContainKeys("all stages, comments a second", "a look of scout, ms");
  }
}
