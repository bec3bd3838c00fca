package hallmonitor.notifier.clock;

import org.jdbi.v3.core.Handle;

/**
 * The state of all escalations.
 *
 * @param open those not closed
 * @param oldestUnansweredSeconds how long the oldest has waited for an answer; 0 if none waits
 * @param overdueSeconds how long the clock has missed a due escalation; 0 if none
 */
public record ClockState(long open, double oldestUnansweredSeconds, double overdueSeconds) {
  public static final ClockState UNKNOWN = new ClockState(0, 0, 0);

  public static ClockState measure(Handle handle) {
    return handle
        .createQuery(
            "select (select count(*) from conversation where state <> 'closed'), (select"
                + " greatest(0, extract(epoch from clock_timestamp() - min(opened_at))) from"
                + " conversation where state = 'waiting'), (select greatest(0, extract(epoch from"
                + " clock_timestamp() - min(due_at))) from conversation where due_at is not null)")
        .map((row, ctx) -> new ClockState(row.getLong(1), row.getDouble(2), row.getDouble(3)))
        .one();
  }
}
