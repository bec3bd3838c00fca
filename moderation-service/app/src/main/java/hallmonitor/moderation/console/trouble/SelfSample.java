package hallmonitor.moderation.console.trouble;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.contract.event.ServiceBeat.PlannedStop;
import hallmonitor.contract.event.ServiceBeat.Wait;
import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads from the database what this service says of itself. */
@ApplicationScoped
class SelfSample {
  /**
   * What was read.
   *
   * @param planned absent unless it lies ahead
   */
  record Sample(List<Wait> waits, Optional<PlannedStop> planned) {}

  /** A stop as a row. */
  public record StopRow(Instant untilAt, String setBy) {}

  private final ConsoleDatabase database;

  SelfSample(ConsoleDatabase database) {
    this.database = database;
  }

  Sample read() {
    return database.read(h -> new Sample(waits(h), planned(h)));
  }

  /**
   * An account that is signed out or unreachable counts after half an hour: most come back sooner.
   */
  private static List<Wait> waits(Handle h) {
    return h.createQuery(
            """
            select what, count, since
            from (
              select 'second-look' as what, count(*) as count, min(since) as since from second_look where danger > 0
              union all
              select 'outbox', count(*), min(created_at) from (select created_at from outbox order by id limit 1000) first
              union all
              select 'failed-message', count(*), min(at) from dead_letter where state = 'open'
              union all
              select 'account', count(*), min(since)
              from account_trouble
              where ended_at is null and cause in ('signed-out', 'unreachable')
                and since < now() - interval '30 minutes') w
            where count > 0
            """)
        .map(rows(Wait.class))
        .list();
  }

  static Optional<PlannedStop> planned(Handle h) {
    return h.createQuery("select until_at, set_by from planned_stop where until_at > now()")
        .map(rows(StopRow.class))
        .findOne()
        .map(row -> new PlannedStop(row.untilAt(), row.setBy()));
  }
}
