package hallmonitor.moderation.console.seed;

import hallmonitor.moderation.console.ConsoleDatabase;
import java.util.List;
import java.util.UUID;

/** People of every role, those limited to Maple High, and escalations in buildings. */
public final class StaffSeed {
  public static final String OWN = "maple-high";
  public static final String OTHER = "birch-elementary";

  /** A case that someone must answer and that has a running duty. */
  public record Escalated(UUID caseId, UUID escalationId, UUID clockId) {}

  private final ConsoleDatabase database;
  private final Seed seed;

  public StaffSeed(ConsoleDatabase database, Seed seed) {
    this.database = database;
    this.seed = seed;
  }

  public void person(String name, String role, String... buildings) {
    seed.person(name, "moderator", false);
    database.write(
        h ->
            h.createUpdate(
                    "update console_user set role = :role, buildings = :buildings where user_name = :name")
                .bind("role", role)
                .bindArray("buildings", String.class, List.of(buildings))
                .bind("name", name)
                .execute());
  }

  /** Adds a person who works only on the accounts that the register has in their charge. */
  public void inCharge(String name, String toldAs) {
    person(name, "account-administrator");
    database.write(
        h -> h.execute("update console_user set told_as = ? where user_name = ?", toldAs, name));
  }

  /**
   * Adds one person of each role, named after it; all but the administrator are limited to their
   * own building.
   */
  public void oneOfEach() {
    person("moderator", "moderator", OWN);
    person("principal", "building-administrator", OWN);
    person("administrator", "administrator");
    person("records", "records-officer", OWN);
    person("auditor", "auditor", OWN);
    seed.person("newcomer", "moderator", true);
  }

  /**
   * Adds an escalation that no one could be notified of, with an overdue duty to call the hotline.
   */
  public Escalated escalated(String building, String urgency) {
    UUID id =
        seed.aCase(UUID.randomUUID().toString())
            .saying("He beats me")
            .found("ABUSE_DISCLOSURE", .97, "Says so.", "beats")
            .judged("escalate", "3.2")
            .urgency(urgency)
            .in(building)
            .there();
    return escalated(id);
  }

  public Escalated escalated(UUID id) {
    UUID escalation = UUID.randomUUID();
    seed.escalated(id, escalation);
    UUID clock = UUID.randomUUID();
    database.write(
        h -> {
          h.execute(
              "update escalation_state set undelivered = 'No mail.', undelivered_at = clock_timestamp()"
                  + " where escalation_id = ?",
              escalation);
          return h.execute(
              """
              insert into case_clock (clock_id, case_id, escalation_id, kind, title, fields, due_at, started_at)
              values (?, ?, ?, 'duty', 'Call the hotline', '{called-at}', clock_timestamp() - interval '1 minute',
                      clock_timestamp() - interval '9 minutes')
              """,
              clock,
              id,
              escalation);
        });
    return new Escalated(id, escalation, clock);
  }
}
