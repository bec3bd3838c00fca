package hallmonitor.moderation.store.escalation;

import hallmonitor.contract.event.CaseEvent.DutyDone;
import hallmonitor.contract.event.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** People's entries for a case's duties. */
final class DutyEntries {
  private final Handle transaction;

  DutyEntries(Handle transaction) {
    this.transaction = transaction;
  }

  /**
   * Joins the fields with what was saved before.
   *
   * @return the event to publish; empty if the duty's clock no longer runs
   */
  Optional<DutyDone> save(
      UUID caseId,
      UUID clockId,
      String user,
      Map<String, String> fields,
      boolean done,
      Instant now) {
    boolean runs =
        transaction
            .createQuery(
                """
                select c.running and d.done_at is null from case_clock c left join case_duty d using (clock_id)
                where c.clock_id = :clock and c.case_id = :case and c.kind = 'duty' for update of c
                """)
            .bind("clock", clockId)
            .bind("case", caseId)
            .mapTo(Boolean.class)
            .findOne()
            .orElse(false);
    if (!runs) {
      return Optional.empty();
    }
    Map<String, String> all = new TreeMap<>(saved(clockId));
    all.putAll(fields);
    transaction.execute(
        """
        insert into case_duty as old (clock_id, fields, by, done_at)
        values (?, ?::jsonb, ?, case when ? then clock_timestamp() end)
        on conflict (clock_id) do update
        set fields = excluded.fields, by = excluded.by, at = clock_timestamp(),
            done_at = excluded.done_at
        """,
        clockId,
        new String(EventJson.write(all), StandardCharsets.UTF_8),
        user,
        done);
    return Optional.of(new DutyDone(UUID.randomUUID(), caseId, clockId, user, all, done, now));
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> saved(UUID clockId) {
    return transaction
        .createQuery("select fields::text from case_duty where clock_id = :clock")
        .bind("clock", clockId)
        .mapTo(String.class)
        .findOne()
        .map(
            json ->
                (Map<String, String>)
                    EventJson.read(json.getBytes(StandardCharsets.UTF_8), Map.class))
        .orElse(Map.of());
  }
}
