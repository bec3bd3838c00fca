package hallmonitor.moderation.console.trouble;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What this service tells people about, and who was told. */
@ApplicationScoped
class ServiceTroubleStore {
  /**
   * A trouble that stands, or that people may have to be told is over.
   *
   * @param endedAt absent while it stands
   * @param returns how often it came back so soon that it is the same trouble
   * @param told ids of the people who were told that it began
   */
  public record Row(
      UUID troubleId,
      String subject,
      String why,
      Instant beganAt,
      @Nullable Instant endedAt,
      int returns,
      List<String> told) {
    boolean over() {
      return endedAt != null;
    }

    /** Returns whether it ended long enough ago that it has not only stopped for a moment. */
    boolean isOverForGood(Instant now) {
      return endedAt != null && !endedAt.plus(OVER_FOR_GOOD).isAfter(now);
    }
  }

  /** Until then nobody is told that it works again. */
  private static final Duration OVER_FOR_GOOD = Duration.ofMinutes(10);

  /** A trouble that came back. */
  public record Returned(UUID troubleId, Instant beganAt) {}

  private final ConsoleDatabase database;

  ServiceTroubleStore(ConsoleDatabase database) {
    this.database = database;
  }

  /** Adds what is new, and ends what is over. */
  void set(Map<String, Optional<String>> known, Instant now) {
    database.write(
        h -> {
          known.forEach(
              (subject, why) ->
                  why.ifPresentOrElse(
                      words -> begin(h, subject, words, now), () -> end(h, subject, now)));
          return true;
        });
  }

  /** One that ended within the hour goes on, so that one that comes and goes is not many. */
  private static void begin(Handle h, String subject, String why, Instant now) {
    h.createQuery(
            """
            update service_trouble
            set ended_at = null, returns = returns + 1, why = :why
            where ended_at > :now::timestamptz - interval '1 hour'
              and trouble_id = (
                select trouble_id
                from service_trouble
                where subject = :subject
                order by began_at desc limit 1)
            returning trouble_id, began_at
            """)
        .bind("subject", subject)
        .bind("why", why)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .map(rows(Returned.class))
        .findOne()
        .ifPresent(row -> tellAgain(h, row, now));
    h.createUpdate(
            """
            insert into service_trouble (subject, why, began_at) values (:subject, :why, :now)
            on conflict (subject) where ended_at is null do nothing
            """)
        .bind("subject", subject)
        .bind("why", why)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /**
   * Who was told that it works again must be told at once that it does not, and of its next end.
   */
  private static void tellAgain(Handle h, Returned trouble, Instant now) {
    h.createUpdate(
            """
            delete from service_trouble_told o
            where o.trouble_id = :trouble
              and o.round in (:over, :round)
              and exists (
                select from service_trouble_told told
                where told.trouble_id = o.trouble_id and told.person = o.person and told.round = :over)
            """)
        .bind("trouble", trouble.troubleId())
        .bind("over", TellingRounds.OVER)
        .bind("round", TellingRounds.at(Duration.between(trouble.beganAt(), now)))
        .execute();
  }

  private static void end(Handle h, String subject, Instant now) {
    h.createUpdate(
            "update service_trouble set ended_at = :now where subject = :subject and ended_at is null")
        .bind("subject", subject)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Returns those that stand, and those that ended within the last day, oldest first. */
  List<Row> recent() {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select t.trouble_id, t.subject, t.why, t.began_at, t.ended_at, t.returns,
                      array(select o.person from service_trouble_told o
                            where o.trouble_id = t.trouble_id and o.round >= 0 order by o.person) as told
                    from service_trouble t
                    where t.ended_at is null or t.ended_at > now() - interval '1 day'
                    order by t.began_at, t.subject
                    """)
                .map(rows(Row.class))
                .list());
  }

  /** Records in the caller's transaction that a person is told; false if they were already. */
  static boolean tell(Handle transaction, UUID trouble, String person, int round, Instant now) {
    return transaction
            .createUpdate(
                """
                insert into service_trouble_told (trouble_id, person, round, told_at)
                values (:trouble, :person, :round, :now) on conflict do nothing
                """)
            .bind("trouble", trouble)
            .bind("person", person)
            .bind("round", round)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }
}
