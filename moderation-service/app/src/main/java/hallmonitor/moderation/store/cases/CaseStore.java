package hallmonitor.moderation.store.cases;

import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.CaseChange.Decided;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.OnDecision;
import hallmonitor.moderation.store.AuditLog;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Carries out people's decisions: case, order, strike, history and audit in one transaction. */
public final class CaseStore implements Decisions {
  private final Jdbi database;
  private final Clock clock;
  private final Runnable ordered;

  /**
   * Creates the store.
   *
   * @param ordered called after each committed decision, so that its order is published at once
   */
  public CaseStore(Jdbi database, Clock clock, Runnable ordered) {
    this.database = database;
    this.clock = clock;
    this.ordered = ordered;
  }

  @Override
  public void decide(Decision decision) {
    database.useTransaction(transaction -> decide(transaction, decision));
    ordered.run();
  }

  /** Decides in the caller's transaction; the caller wakes the relay afterward. */
  void decide(Handle transaction, Decision decision) {
    try {
      decide(transaction, decision, clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the decision on " + decision.caseId() + " is not written", e);
    }
  }

  /**
   * Decides in the transaction of another decision, such as the ruling on an appeal; its order is
   * published after the commit.
   */
  public static void decide(Handle transaction, Decision decision, Instant at) throws SQLException {
    LockedCase locked = LockedCase.of(transaction, decision.caseId()).at(decision.version());
    CaseChange change = OnDecision.change(locked.now(), decision);
    new CaseWriter(transaction).write(List.of(locked.write(change)), at);
    if (!change.after().open()) {
      transaction.execute("delete from case_claim where case_id = ?", decision.caseId());
    }
    AuditLog.add(
        transaction,
        decision.by(),
        EnumCodes.of(decision.kind()),
        "case " + decision.caseId(),
        change.decided().map(CaseStore::inWords).orElse(""));
  }

  private static String inWords(Decided decided) {
    return decided.clause().isEmpty()
        ? decided.note()
        : ("Clause " + decided.clause() + ". " + decided.note()).strip();
  }
}
