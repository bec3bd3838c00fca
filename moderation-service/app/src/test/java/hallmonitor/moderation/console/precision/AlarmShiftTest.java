package hallmonitor.moderation.console.precision;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.statistics.RateChange;
import hallmonitor.moderation.wording.Sentence;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmShiftTest {
  private static Optional<String> said(long now, long ofNow, long before, long ofBefore) {
    return AlarmShift.of("3.2 Possible threat", new RateChange(now, ofNow, before, ofBefore))
        .map(Sentence::toString);
  }

  @Test
  void aSharpRiseIsSaidInOneSentence() {
    assertThat(said(12, 400, 5, 1_600))
        .contains(
            "3.2 Possible threat: 12 of 400 comments last week, or 30.0 of 1,000. It was 3.1 of 1,000"
                + " in the four weeks before. Chance does not explain this rise: look at the cases.");
  }

  @Test
  void aSharpFallIsSaidTooBecauseSomethingMayBeBroken() {
    assertThat(said(0, 1_000, 60, 4_000))
        .get()
        .asString()
        .contains("Chance does not explain this drop");
  }

  @Test
  void anOrdinaryWeekIsQuiet() {
    assertThat(said(5, 400, 20, 1_600)).isEmpty();
    assertThat(said(7, 400, 12, 1_600)).as("about three in a hundred").isEmpty();
    assertThat(said(0, 0, 20, 1_600)).as("no comments, such as in a holiday").isEmpty();
  }

  @Test
  void aCertainChangeThatIsSmallIsNoNews() {
    assertThat(said(1_450, 100_000, 4_000, 400_000)).isEmpty();
    assertThat(said(1_510, 100_000, 4_000, 400_000)).isPresent();
  }

  @Test
  void withoutAPastThereIsNoChange() {
    assertThat(said(40, 400, 0, 99)).isEmpty();
    assertThat(said(40, 400, 0, 100)).isPresent();
  }
}
