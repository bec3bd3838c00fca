package hallmonitor.notifier.clock;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

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
            """
            select
              (select count(*) from conversation where state <> 'closed') as open,
              (select coalesce(greatest(0, extract(epoch from clock_timestamp() - min(opened_at))), 0)
                from conversation
                where state = 'waiting') as oldest_unanswered_seconds,
              (select coalesce(greatest(0, extract(epoch from clock_timestamp() - min(due_at))), 0)
                from conversation
                where due_at is not null) as overdue_seconds
            """)
        .map(ConstructorMapper.of(ClockState.class))
        .one();
  }
}
