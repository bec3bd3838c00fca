package hallmonitor.moderation.console.trouble;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What this service tells people about, and who was told. */
@ApplicationScoped
class ServiceTroubleStore {
  /**
   * A trouble that stands, or that people may have to be told is over.
   *
   * @param told ids of the people who were told that it began
   */
  public record Row(
      UUID troubleId,
      String subject,
      String why,
      Instant beganAt,
      boolean over,
      List<String> told) {}

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

  private static void begin(Handle h, String subject, String why, Instant now) {
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
                    select t.trouble_id, t.subject, t.why, t.began_at, t.ended_at is not null as over,
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
