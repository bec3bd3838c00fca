package hallmonitor.moderation.console.home;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the home page, in the viewer's scope. A week is the last seven days.
 *
 * @param open by urgency
 * @param overdue clocks that ran out
 * @param unconfirmed automatic hides that no one has confirmed
 * @param failed actions that the platform did not carry out
 * @param answered how long escalations waited for their first answer
 * @param decided how long cases waited for their decision
 * @param alarms escalations, and how people judged them
 */
record HomeFigures(
    Open open,
    long overdue,
    long unconfirmed,
    long failed,
    Waited answered,
    Waited decided,
    AlarmCounts alarms) {
  /** Open cases, each count up to {@value HomeQueries#MOST} plus one. */
  public record Open(long urgent, long soon, long lane, long low) {
    static Open of(List<Long> places) {
      return new Open(
          places.get(0),
          places.get(1) + places.get(3),
          places.get(2),
          places.get(4) + places.get(5));
    }
  }

  /**
   * Median waits.
   *
   * @param now seconds, of the last seven days; null if nothing was answered in them
   * @param before seconds, of the seven days before; null if nothing was answered in them
   */
  public record Waited(@Nullable Double now, @Nullable Double before) {}

  /**
   * Alarms of the last seven days and of the seven days before, and how many in four weeks were
   * real.
   *
   * @param answered alarms of the last 28 days that someone closed
   * @param real those of them that were not false alarms
   */
  public record AlarmCounts(long now, long before, long answered, long real) {}
}
