package hallmonitor.notifier.message;

import hallmonitor.settings.escalation.MessageRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What is wrong with gateways, numbers, rosters and backups. A person is told by mail when it
 * begins, and at most once an hour if it comes and goes.
 */
final class MessageTroubles {
  /** The backups of the local run. */
  static final String BACKUP = "backup/database";

  private static final Duration BETWEEN_LETTERS = Duration.ofHours(1);

  /**
   * Something that is wrong.
   *
   * @param subject {@code gateway/ID}, {@code gateway/ID/PERSON}, {@code roster/ID} or {@code
   *     backup/database}
   */
  record Trouble(String subject, String why, Instant beganAt) {
    /** Returns whether what it is about still exists. */
    boolean concerns(MessageRules rules) {
      if (subject.equals(BACKUP)) {
        return true;
      }
      String id = subject.split("/", 3)[1];
      return subject.startsWith("roster/")
          ? rules.rosters().stream().anyMatch(roster -> roster.id().equals(id))
          : rules.gateway(id).isPresent();
    }
  }

  private MessageTroubles() {}

  static String gateway(String id) {
    return "gateway/" + id;
  }

  static String person(String gateway, String person) {
    return "gateway/" + gateway + "/" + person;
  }

  static String roster(String id) {
    return "roster/" + id;
  }

  static void note(Handle transaction, String subject, String why, Instant now) {
    transaction
        .createUpdate(
            """
            insert into message_trouble (subject, why, began_at, letter_due_at)
            values (:subject, :why, :now, :now)
            on conflict (subject) do update
            set why = excluded.why,
              began_at = case
                when message_trouble.ended_at is null then message_trouble.began_at
                else excluded.began_at
              end,
              letter_due_at = case
                when message_trouble.ended_at is null then message_trouble.letter_due_at
                else greatest(excluded.letter_due_at, message_trouble.told_at + :between * interval '1 second')
              end,
              ended_at = null
            """)
        .bind("subject", subject)
        .bind("why", why)
        .bind("now", MessageQueue.time(now))
        .bind("between", BETWEEN_LETTERS.toSeconds())
        .execute();
  }

  /** It works again, so nobody needs to be told any more. */
  static void over(Handle transaction, String subject, Instant now) {
    transaction
        .createUpdate(
            """
            update message_trouble
            set ended_at = :now, letter_due_at = null
            where subject = :subject
              and ended_at is null
            """)
        .bind("subject", subject)
        .bind("now", MessageQueue.time(now))
        .execute();
  }

  static List<Trouble> current(Handle handle) {
    return handle
        .createQuery(
            """
            select subject, why, began_at
            from message_trouble
            where ended_at is null
            order by subject
            """)
        .map((row, context) -> trouble(row))
        .list();
  }

  /** Claims a trouble that someone must be told of; the row's lock is its lease. */
  static Optional<Trouble> claim(Handle transaction, Instant now) {
    return transaction
        .createQuery(
            """
            select subject, why, began_at
            from message_trouble
            where letter_due_at <= :now
            order by letter_due_at limit 1
            for update skip locked
            """)
        .bind("now", MessageQueue.time(now))
        .map((row, context) -> trouble(row))
        .findOne();
  }

  private static Trouble trouble(ResultSet row) throws SQLException {
    return new Trouble(
        row.getString("subject"),
        row.getString("why"),
        row.getObject("began_at", OffsetDateTime.class).toInstant());
  }

  static void told(Handle transaction, Trouble trouble, Instant now) {
    transaction
        .createUpdate(
            "update message_trouble set told_at = :now, letter_due_at = null where subject = :subject")
        .bind("now", MessageQueue.time(now))
        .bind("subject", trouble.subject())
        .execute();
  }

  static void tellLater(Handle transaction, Trouble trouble, Instant next) {
    transaction
        .createUpdate("update message_trouble set letter_due_at = :next where subject = :subject")
        .bind("next", MessageQueue.time(next))
        .bind("subject", trouble.subject())
        .execute();
  }
}
