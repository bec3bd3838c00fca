package hallmonitor.moderation.store.escalation;

import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.casework.ManualEscalation;
import hallmonitor.moderation.casework.OnEscalation;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.cases.LockedCase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Carries out manual escalations, one transaction each. Events and evidence are the same as for the
 * policy's escalations, built from the archive.
 */
public final class ManualEscalations {
  private final Jdbi database;
  private final Clock clock;
  private final Runnable relay;

  /**
   * Creates the service.
   *
   * @param relay called after a commit that must be published
   */
  public ManualEscalations(Jdbi database, Clock clock, Runnable relay) {
    this.database = database;
    this.clock = clock;
    this.relay = relay;
  }

  /**
   * Escalates.
   *
   * @param accountName the account's name in notices
   * @throws CaseChanged if the case has changed since the person saw it, or if there is none
   */
  public void escalate(ManualEscalation asked, String accountName) {
    database.useTransaction(
        transaction -> {
          try {
            escalate(transaction, asked, accountName);
          } catch (SQLException e) {
            throw new IllegalStateException(
                "the escalation of " + asked.caseId() + " is not written", e);
          }
        });
    relay.run();
  }

  /** Escalates in this transaction; the caller publishes after the commit. */
  public void escalate(Handle transaction, ManualEscalation asked, String accountName)
      throws SQLException {
    Instant at = clock.instant();
    LockedCase locked = LockedCase.of(transaction, asked.caseId()).at(asked.version());
    EscalatedNow escalated = EscalatedNow.of(transaction, locked);
    CaseChange change = OnEscalation.change(locked.now(), asked, escalated.revision(), at);
    escalated.write(transaction, change, accountName, asked.by(), at);
    AuditLog.add(
        transaction,
        asked.by(),
        "escalate",
        "case " + asked.caseId(),
        change.events().get(0).detail());
  }
}
