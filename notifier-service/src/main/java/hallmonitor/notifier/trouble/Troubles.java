package hallmonitor.notifier.trouble;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The book of troubles. A person is told when one begins, again after a time that grows, and when
 * it is over. One that comes and goes is told at most once an hour, an urgent one once in ten
 * minutes. The book is in the database, so that a restart neither repeats nor forgets.
 */
public final class Troubles {
  private static final Duration BETWEEN_BEGINNINGS = Duration.ofHours(1);
  private static final Duration BETWEEN_URGENT_BEGINNINGS = Duration.ofMinutes(10);

  /** A letter that is due takes less, even if a gateway does not answer. */
  private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(5);

  /** One that comes back within this time was not over. */
  private static final Duration OVER_FOR_GOOD = Duration.ofMinutes(1);

  private Troubles() {}

  public static String gateway(String id) {
    return "gateway/" + id;
  }

  public static String person(String gateway, String person) {
    return "gateway/" + gateway + "/" + person;
  }

  public static String roster(String id) {
    return "roster/" + id;
  }

  /** Records an ordinary trouble, which is told by mail. */
  public static void note(Handle transaction, String subject, String why, Instant now) {
    note(transaction, subject, why, false, now);
  }

  /**
   * Records a trouble; one that stands already keeps its beginning. One that becomes urgent is told
   * again soon.
   */
  public static void note(
      Handle transaction, String subject, String why, boolean urgent, Instant now) {
    transaction
        .createUpdate(
            """
            insert into message_trouble as old (subject, why, urgent, began_at, letter_due_at)
            values (:subject, :why, :urgent, :now, :now)
            on conflict (subject) do update
            set why = excluded.why,
              urgent = excluded.urgent,
              began_at = case
                when old.ended_at is null or old.told_times > 0 then old.began_at
                else excluded.began_at
              end,
              letter_due_at = case
                when old.ended_at is null and (old.urgent or not excluded.urgent)
                  then old.letter_due_at
                else greatest(excluded.letter_due_at, old.told_at + :between * interval '1 second')
              end,
              ended_at = null
            """)
        .bind("subject", subject)
        .bind("why", why)
        .bind("urgent", urgent)
        .bind("now", time(now))
        .bind("between", between(urgent).toSeconds())
        .execute();
  }

  private static Duration between(boolean urgent) {
    return urgent ? BETWEEN_URGENT_BEGINNINGS : BETWEEN_BEGINNINGS;
  }

  /** It works again. Who was told of it is told of that, too, unless it comes back at once. */
  public static void over(Handle transaction, String subject, Instant now) {
    transaction
        .createUpdate(
            """
            update message_trouble
            set ended_at = :now,
              letter_due_at = case when told_times > 0 then :settled::timestamptz end
            where subject = :subject
              and ended_at is null
            """)
        .bind("subject", subject)
        .bind("now", time(now))
        .bind("settled", time(now.plus(OVER_FOR_GOOD)))
        .execute();
  }

  /** Returns those that stand, oldest first. */
  public static List<Trouble> standing(Handle handle) {
    return handle
        .createQuery(
            """
            select subject, why, urgent, began_at, told_times, false as over
            from message_trouble
            where ended_at is null
            order by began_at, subject
            """)
        .map((row, context) -> trouble(row))
        .list();
  }

  /**
   * Returns the subjects of those that came back so soon that their letter waits. Someone was told
   * of them a short time ago.
   */
  public static Set<String> damped(Handle handle, Instant now) {
    return Set.copyOf(
        handle
            .createQuery(
                """
                select subject
                from message_trouble
                where ended_at is null
                  and told_times = 0
                  and told_at > case when urgent then :urgent::timestamptz else :ordinary::timestamptz end
                """)
            .bind("urgent", time(now.minus(between(true)).minus(WRITTEN_WITHIN)))
            .bind("ordinary", time(now.minus(between(false)).minus(WRITTEN_WITHIN)))
            .mapTo(String.class)
            .list());
  }

  /**
   * Claims a trouble that someone must be told of. Nothing stays locked: who writes into the book
   * must not wait for a mail server that does not answer.
   *
   * @param lease until when nobody else claims it; then it is due again if the claim comes to no
   *     end
   */
  static Optional<Trouble> claim(Handle transaction, Instant now, Instant lease) {
    return transaction
        .createQuery(
            """
            update message_trouble
            set letter_due_at = :lease
            where subject = (
              select subject
              from message_trouble
              where letter_due_at <= :now
              order by urgent desc, letter_due_at limit 1
              for update skip locked)
            returning subject, why, urgent, began_at, told_times, ended_at is not null as over
            """)
        .bind("now", time(now))
        .bind("lease", time(lease))
        .map((row, context) -> trouble(row))
        .findOne();
  }

  private static Trouble trouble(ResultSet row) throws SQLException {
    return new Trouble(
        row.getString("subject"),
        row.getString("why"),
        row.getBoolean("urgent"),
        row.getObject("began_at", OffsetDateTime.class).toInstant(),
        row.getInt("told_times"),
        row.getBoolean("over"));
  }

  /** Someone was reached. It may have ended or come back meanwhile, which must be told, too. */
  static void told(Handle transaction, Trouble trouble, Instant now) {
    int times = trouble.over() ? 0 : trouble.told() + 1;
    Duration next =
        trouble.over() ? between(trouble.urgent()) : TroublePace.after(trouble.urgent(), times);
    transaction
        .createUpdate(
            """
            update message_trouble
            set told_at = :now, told_times = :times,
              letter_due_at = case
                when ended_at is null then :next::timestamptz
                when not :over then :settled::timestamptz
              end
            where subject = :subject
            """)
        .bind("now", time(now))
        .bind("times", times)
        .bind("next", time(now.plus(next)))
        .bind("settled", time(now.plus(OVER_FOR_GOOD)))
        .bind("over", trouble.over())
        .bind("subject", trouble.subject())
        .execute();
  }

  /** Nobody was reached. If it has ended or come back meanwhile, that says when. */
  static void tellLater(Handle transaction, Trouble trouble, Instant next) {
    transaction
        .createUpdate(
            """
            update message_trouble
            set letter_due_at = :next
            where subject = :subject
              and (ended_at is not null) = :over
            """)
        .bind("next", time(next))
        .bind("over", trouble.over())
        .bind("subject", trouble.subject())
        .execute();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
