package hallmonitor.moderation.console.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
  private final Chart chart =
      new Chart(
          List.of(Sentence.of("Review"), Sentence.of("Hidden")),
          List.of(
              new Chart.Bar("1 Nov", List.of(3L, 5L)),
              new Chart.Bar("2 Nov", List.of(0L, 0L)),
              new Chart.Bar("3 Nov", List.of(0L, 4L))));

  @Test
  void theHighestBarFillsTheScaleAndPiecesStandOnEachOther() {
    Chart.Piece below = pieces(0).get(0);
    List<Chart.Piece> above = pieces(1);
    double foot = chart.getLines().get(0).at();
    double top = chart.getLines().get(4).at();

    assertThat(pieces(0)).hasSize(1);
    assertThat(above).hasSize(2);
    assertThat(above.get(0).y()).isCloseTo(top, within(.1));
    assertThat(below.y() + below.height()).isCloseTo(foot, within(.2));
    assertThat(above.get(0).y() + above.get(0).height()).isCloseTo(below.y(), within(.2));
    assertThat(above.get(1).height()).isCloseTo((foot - top) / 2, within(.2));
    assertThat(above.get(1).said()).hasToString("3 Nov: Hidden 4");
  }

  @Test
  void theScaleIsInRoundNumbers() {
    assertThat(chart.getLines().stream().map(Chart.Mark::label))
        .containsExactly("0", "2", "4", "6", "8");
    assertThat(Chart.roundedUp(0)).isEqualTo(4);
    assertThat(Chart.roundedUp(21)).isEqualTo(40);
    assertThat(Chart.roundedUp(81_000)).isEqualTo(200_000);
  }

  @Test
  void nothingIsDrawnWithoutBars() {
    assertThat(new Chart(List.of(Sentence.of("Judged")), List.of()).getSeries())
        .allMatch(series -> series.pieces().isEmpty());
  }

  private List<Chart.Piece> pieces(int series) {
    return chart.getSeries().get(series).pieces();
  }
}
