package hallmonitor.moderation.console.reports;

import java.time.LocalDate;

/**
 * The volume of a day or, with {@code day} as the first, of several.
 *
 * @param seen new comments
 * @param judged new comments and edits
 */
public record DayVolume(
    LocalDate day,
    long seen,
    long judged,
    long allowed,
    long reviewed,
    long hidden,
    long escalated) {
  static DayVolume none(LocalDate day) {
    return new DayVolume(day, 0, 0, 0, 0, 0, 0);
  }

  /** Returns the sum under this one's day. */
  DayVolume and(DayVolume more) {
    return new DayVolume(
        day,
        seen + more.seen,
        judged + more.judged,
        allowed + more.allowed,
        reviewed + more.reviewed,
        hidden + more.hidden,
        escalated + more.escalated);
  }
}
