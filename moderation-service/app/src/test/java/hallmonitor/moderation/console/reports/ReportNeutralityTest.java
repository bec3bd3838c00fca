package hallmonitor.moderation.console.reports;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.reports.ReportNeutrality.Reading;
import hallmonitor.moderation.console.reports.ReportNeutrality.StanceCount;
import hallmonitor.moderation.statistics.Proportion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportNeutralityTest {
  private static StanceCount all(String stance, long judged, long caught) {
    return new StanceCount("", stance, judged, caught);
  }

  private static StanceCount held(String clause, String stance, long times) {
    return new StanceCount(clause, stance, times, times);
  }

  private static Reading reading(long critical, long of, long supportive, long ofThose) {
    return new ReportNeutrality.Line(
            "1.1", new Proportion(critical, of), new Proportion(supportive, ofThose))
        .reading();
  }

  @Test
  void aClauseIsComparedOverAllCommentsOfEachStance() {
    List<ReportNeutrality.Line> lines =
        ReportNeutrality.of(
            List.of(
                all("critical", 200, 24),
                all("supportive", 400, 4),
                all("neither", 1_000, 50),
                held("2.1", "critical", 20),
                held("2.1", "supportive", 4),
                held("2.1", "neither", 50),
                held("1.1", "critical", 4)));

    assertThat(lines)
        .containsExactly(
            new ReportNeutrality.Line("", new Proportion(24, 200), new Proportion(4, 400)),
            new ReportNeutrality.Line("1.1", new Proportion(4, 200), new Proportion(0, 400)),
            new ReportNeutrality.Line("2.1", new Proportion(20, 200), new Proportion(4, 400)));
  }

  @Test
  void aDifferenceIsSaidOnlyWhereChanceDoesNotExplainIt() {
    assertThat(reading(40, 200, 10, 200)).isEqualTo(Reading.HARDER_ON_CRITICS);
    assertThat(reading(10, 200, 40, 200)).isEqualTo(Reading.HARDER_ON_SUPPORTERS);
    assertThat(reading(12, 200, 10, 200)).isEqualTo(Reading.NO_DIFFERENCE);
  }

  @Test
  void ofAFewCommentsNothingIsSaid() {
    assertThat(reading(29, 29, 0, 500)).isEqualTo(Reading.TOO_FEW);
    assertThat(reading(500, 500, 0, 29)).isEqualTo(Reading.TOO_FEW);
  }
}
