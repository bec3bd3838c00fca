package hallmonitor.notifier.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Stores the latest time seen in the database, so that it survives restarts. If time jumps back,
 * every escalation would wait that much longer, so all due times are moved back with it. If time
 * jumps forward, each escalation advances at most one step early, and the next step is a whole
 * interval later; an early reminder does less harm than a late one.
 */
final class LatestClockReading {
  private static final System.Logger LOG = System.getLogger(LatestClockReading.class.getName());

  /** Smaller differences come from the network time protocol, or from two instances. */
  private static final Duration TOLERATED = Duration.ofSeconds(2);

  /** The queues with times of their own, and the names of their keys. */
  private static final Map<String, String> QUEUES =
      Map.of("notice", "notice_id", "alarm_call", "call_id", "message", "message_id");

  private final Jdbi database;
  private final InstantSource clock;
  private final EscalationService steps;

  LatestClockReading(Jdbi database, InstantSource clock, EscalationService steps) {
    this.database = database;
    this.clock = clock;
    this.steps = steps;
  }

  /** Reads the clock and returns what it shows. */
  Instant take() {
    return database.inTransaction(this::take);
  }

  private Instant take(Handle transaction) {
    Optional<Instant> last =
        transaction
            .createQuery("select at from clock_reading for update")
            .mapTo(Instant.class)
            .findOne();
    // Read under the lock: a time from before the wait is older than what another instance stored
    // meanwhile, which looks like a clock that was set back.
    Instant now = clock.instant();
    last.ifPresentOrElse(
        before -> compare(transaction, before, now),
        () ->
            transaction
                .createUpdate("insert into clock_reading (at) values (:now) on conflict do nothing")
                .bind("now", Conversations.time(now))
                .execute());
    return now;
  }

  private void compare(Handle transaction, Instant last, Instant now) {
    Duration back = Duration.between(now, last);
    if (back.compareTo(TOLERATED) > 0) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the clock was set back by {0} s; due times go back with it",
          String.valueOf(back.toSeconds()));
      setBack(transaction, back);
    } else if (back.isNegative()) {
      remember(transaction, now);
    }
  }

  private void setBack(Handle transaction, Duration by) {
    for (UUID id : Conversations.withDueTime(transaction)) {
      Conversations.lock(transaction, id).ifPresent(c -> steps.setBack(transaction, c, by));
    }
    // Skips rows that a sender holds, because it may wait for a conversation locked above. Those
    // rows get their next time from the current clock.
    for (Map.Entry<String, String> queue : QUEUES.entrySet()) {
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
                  .formatted(queue.getKey(), queue.getValue()))
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
