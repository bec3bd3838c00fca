package hallmonitor.moderation.console.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long nobody wrote on an account. */
class QuietDaysTest {
  private static QuietDays of(int... comments) {
    return QuietDays.of(
        IntStream.range(0, comments.length).mapToObj(i -> day(i, comments[i], 0)).toList());
  }

  private static DayVolume day(int number, int comments, int edits) {
    LocalDate day = LocalDate.of(2026, 3, 2).plusDays(number);
    return new DayVolume(day, comments, comments + edits, comments + edits, 0, 0, 0);
  }

  @Test
  void theLongestSilenceAndTheOneThatStillLastsAreTold() {
    assertThat(of(1, 0, 0, 0, 2, 0, 0)).isEqualTo(new QuietDays(5, 3, 2));
    assertThat(of(0, 1)).isEqualTo(new QuietDays(1, 1, 0));
    assertThat(of(0, 0)).isEqualTo(new QuietDays(2, 2, 2));
  }

  @Test
  void editsOfOldCommentsBreakNoSilence() {
    assertThat(QuietDays.of(List.of(day(0, 1, 0), day(1, 0, 9), day(2, 0, 0))))
        .isEqualTo(new QuietDays(2, 2, 2));
  }
}
