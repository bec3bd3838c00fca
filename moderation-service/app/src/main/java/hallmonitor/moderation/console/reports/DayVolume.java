package hallmonitor.moderation.console.reports;

import java.time.LocalDate;

/**
 * What was judged on a day or, with {@code day} its first, over several.
 *
 * @param seen comments for the first time
 * @param judged those, and edits
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

  /** Under this one's day. */
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
