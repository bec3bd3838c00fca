package hallmonitor.moderation.console.reports;

import java.util.List;

/**
 * Days on which nobody wrote on an account.
 *
 * @param days how many of the days
 * @param longest how many in a row, at most
 * @param now how many in a row up to the last day
 */
public record QuietDays(int days, int longest, int now) {
  /**
   * Counts them.
   *
   * @param volumes of each day without gaps, in order
   */
  static QuietDays of(List<DayVolume> volumes) {
    int days = 0;
    int longest = 0;
    int run = 0;
    for (DayVolume day : volumes) {
      run = day.seen() == 0 ? run + 1 : 0;
      days += day.seen() == 0 ? 1 : 0;
      longest = Math.max(longest, run);
    }
    return new QuietDays(days, longest, run);
  }
}
