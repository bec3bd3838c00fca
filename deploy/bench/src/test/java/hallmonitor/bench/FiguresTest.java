package hallmonitor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void quantilesSayOfHowManyTheyAre() {
    assertThat(new Figures().times("took, ms", List.of(8L, 2L)).byName())
        .isEqualTo(
            Map.of(
                "took, ms",
                Map.of("n", 2L, "min", 2L, "p50", 2L, "p95", 8L, "p99", 8L, "max", 8L)));
  }

  @Test
  void whatWasNotMeasuredIsNoFigure() {
    assertThat(new Figures().times("took, ms", List.of()).byName()).isEmpty();
    assertThat(new Figures().typed("typed, ms", List.of()).byName()).isEmpty();
  }

  @Test
  void aThreatThatWasGivenUpIsCountedAndTheOthersKeepTheirTimes() {
    Map<String, Object> figures =
        new Figures().typed("typed, ms", List.of(200L, 60_004L, 300L)).byName();

    assertThat(figures.get("typed, ms").toString())
        .isEqualTo("{n=3, min=200, p50=300, p95=60004, p99=60004, max=60004}");
    assertThat(figures).containsEntry("typed, ms: not hidden within 60 s", 1L);
  }

  @Test
  void threatsThatAreInTimeNeedNoFurtherLine() {
    assertThat(new Figures().typed("typed, ms", List.of(59_999L)).byName())
        .containsOnlyKeys("typed, ms");
  }
}
