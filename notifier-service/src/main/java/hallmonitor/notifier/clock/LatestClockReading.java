package hallmonitor.notifier.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Remembers the newest time that was seen, in the database and so over restarts. Time that goes
 * back would make every escalation wait so much longer: all due times go back with it. Time that
 * leaps forward brings each escalation at most one step early, and the step after that is again a
 * whole interval away; a reminder too early does less harm than one too late.
 */
final class LatestClockReading {
  private static final Logger LOG = Logger.getLogger(LatestClockReading.class);

  /** Less is the network time protocol at work, or two instances whose readings differ. */
  private static final Duration TOLERATED = Duration.ofSeconds(2);

  private final Jdbi database;
  private final EscalationService steps;

  LatestClockReading(Jdbi database, EscalationService steps) {
    this.database = database;
    this.steps = steps;
  }

  void note(Instant now) {
    database.useTransaction(transaction -> note(transaction, now));
  }

  private void note(Handle transaction, Instant now) {
    Optional<Instant> last =
        transaction
            .createQuery("select at from clock_reading for update")
            .mapTo(Instant.class)
            .findOne();
    if (last.isEmpty()) {
      transaction
          .createUpdate("insert into clock_reading (at) values (:now) on conflict do nothing")
          .bind("now", Conversations.time(now))
          .execute();
      return;
    }
    Duration back = Duration.between(now, last.get());
    if (back.compareTo(TOLERATED) > 0) {
      LOG.warnf("the clock was set back by %d s; due times go back with it", back.toSeconds());
      setBack(transaction, back);
    } else if (back.isNegative()) {
      remember(transaction, now);
    }
  }

  private void setBack(Handle transaction, Duration by) {
    for (UUID id : Conversations.withDueTime(transaction)) {
      Conversations.lock(transaction, id).ifPresent(c -> steps.setBack(transaction, c, by));
    }
    // Whoever sends one has its row, and may wait for a conversation that is locked above: those
    // get their next time from the clock as it is now.
    for (String table : List.of("notice", "alarm_call")) {
      String id = table.equals("notice") ? "notice_id" : "call_id";
      transaction
          .createUpdate(
              """
              update %1$s
              set next_attempt_at = next_attempt_at - make_interval(secs => :by)
              where %2$s in (
                select %2$s
                from %1$s
                where state = 'queued'
                for update skip locked)
              """
                  .formatted(table, id))
          .bind("by", by.toMillis() / 1000.0)
          .execute();
    }
    transaction
        .createUpdate("update clock_reading set at = at - make_interval(secs => :by)")
        .bind("by", by.toMillis() / 1000.0)
        .execute();
  }

  private static void remember(Handle transaction, Instant now) {
    transaction
        .createUpdate("update clock_reading set at = :now")
        .bind("now", Conversations.time(now))
        .execute();
  }
}
