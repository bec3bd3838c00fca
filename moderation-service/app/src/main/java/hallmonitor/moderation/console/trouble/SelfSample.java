package hallmonitor.moderation.console.trouble;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.contract.event.ServiceBeat.Fault;
import hallmonitor.contract.event.ServiceBeat.PlannedStop;
import hallmonitor.contract.event.ServiceBeat.Wait;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.store.archive.WaitingRows;
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
   * @param faults told, although the service is ready
   */
  record Sample(List<Wait> waits, Optional<PlannedStop> planned, List<Fault> faults) {}

  /** A stop as a row. */
  public record StopRow(Instant untilAt, String setBy) {}

  private final ConsoleDatabase database;

  SelfSample(ConsoleDatabase database) {
    this.database = database;
  }

  Sample read() {
    return database.read(h -> new Sample(waits(h), planned(h), faults(h)));
  }

  /**
   * An account that is signed out or unreachable counts after half an hour: most come back sooner.
   */
  private static List<Wait> waits(Handle h) {
    return h.createQuery(
            """
            select what, count, since
            from (
              %s
              union all
              %s
              union all
              %s
              union all
              select 'account', count(*), min(since)
              from account_trouble
              where ended_at is null and cause in ('signed-out', 'unreachable')
                and since < now() - interval '30 minutes') w
            where count > 0
            """
                .formatted(WaitingRows.LIVE_LOOKS, WaitingRows.OUTBOX, WaitingRows.DEAD_LETTERS))
        .map(rows(Wait.class))
        .list();
  }

  private static List<Fault> faults(Handle h) {
    int stuck =
        h.createQuery(
                """
                select count(distinct (account, comment_id)) as comments
                from (
                  select account, comment_id from second_look where not_before is not null order by since limit :most) few
                """)
            .bind("most", WaitingRows.MOST)
            .mapTo(Integer.class)
            .one();
    return stuck == 0
        ? List.of()
        : List.of(
            new Fault(
                "service",
                "The second look fails on %d comment(s), and they cannot be put before a person either. The log of the moderation service says why."
                    .formatted(stuck)));
  }

  static Optional<PlannedStop> planned(Handle h) {
    return h.createQuery("select until_at, set_by from planned_stop where until_at > now()")
        .map(rows(StopRow.class))
        .findOne()
        .map(row -> new PlannedStop(row.untilAt(), row.setBy()));
  }
}
