package hallmonitor.moderation.console.reports;

import java.time.LocalDate;

/**
 * What was judged on a day or, with {@code day} its first, over several.
 *
 * @param seen comments for the first time
 * @param judged those, and edits
 */
public record Volume(
    LocalDate day,
    long seen,
    long judged,
    long allowed,
    long reviewed,
    long hidden,
    long escalated) {
  static Volume none(LocalDate day) {
    return new Volume(day, 0, 0, 0, 0, 0, 0);
  }

  /** Under this one's day. */
  Volume and(Volume more) {
    return new Volume(
        day,
        seen + more.seen,
        judged + more.judged,
        allowed + more.allowed,
        reviewed + more.reviewed,
        hidden + more.hidden,
        escalated + more.escalated);
  }
}
