package hallmonitor.moderation.store;

import hallmonitor.contract.wire.TraceHeaders;
import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.casework.OnDecision;
import hallmonitor.moderation.casework.Words;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Carries out people's decisions: case, order, strike, history and audit in one transaction. */
public final class CaseStore implements Decisions {
  private final Jdbi database;
  private final Clock clock;
  private final Runnable ordered;

  /**
   * @param ordered called after each decision that was committed, so that its order is published at
   *     once
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

  private void decide(Handle transaction, Decision decision) {
    try {
      write(transaction, decision);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the decision on " + decision.caseId() + " is not written", e);
    }
  }

  private void write(Handle transaction, Decision decision) throws SQLException {
    Case now = lock(transaction, decision.caseId());
    if (now.version() != decision.version()) {
      throw new CaseChanged(
          "The case has changed since you looked at it; reload the page and decide again.");
    }
    CaseChange change = OnDecision.change(now, decision);
    Instant at = clock.instant();
    new CaseWriter(transaction).write(List.of(entry(transaction, now, change)), at);
    transaction.execute(
        "update review_case set decided_by = ?, decided_at = ?, decision_note = ? where case_id = ?",
        decision.by(),
        at,
        decision.note(),
        now.id());
    transaction.execute("delete from case_claim where case_id = ?", now.id());
    AuditLog.add(
        transaction, decision.by(), Words.of(decision.kind()), "case " + now.id(), decision.note());
  }

  private static Case lock(Handle transaction, UUID id) throws SQLException {
    return new CaseTable(transaction.getConnection())
        .lockByIds(List.of(id)).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new CaseChanged("There is no such case; go back to the queue and reload it."));
  }

  /** A person's order cites the policy and the model behind the verdict that they looked at. */
  private static CaseEntry entry(Handle transaction, Case now, CaseChange change) {
    return transaction
        .createQuery(
            """
            select c.platform, c.author_key, r.policy_version, r.model_version
            from comment c join revision r using (account, comment_id)
            where account = :account and comment_id = :comment and r.revision = :revision
            """)
        .bind("account", now.comment().account())
        .bind("comment", now.comment().id())
        .bind("revision", now.revision())
        .map(
            (row, context) ->
                new CaseEntry(
                    change,
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    TraceHeaders.current()))
        .one();
  }

  /** Violations that count against an author: those that stand or that nobody has looked at yet. */
  public int strikes(String account, String authorKey) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) from strike where account = :account and author_key = :author"
                        + " and voided_at is null")
                .bind("account", account)
                .bind("author", authorKey)
                .mapTo(Integer.class)
                .one());
  }
}
