package hallmonitor.moderation.store.escalation;

import static hallmonitor.moderation.casework.CaseChange.Order.POLICY;

import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.OnEscalation;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.cases.LockedCase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The cases in the danger lane, and their escalation if no one decided in time. The case is locked
 * and checked again, so any number of instances escalate it once, and never after a decision.
 */
public final class DangerLaneCases {
  /** A case with a running deadline, and when it started. */
  public record Waiting(UUID caseId, Instant since) {}

  /**
   * The district's settings for a round.
   *
   * @param decideBy maps the time when a case entered the lane to its deadline
   * @param clause the clause behind a verdict, by its id
   * @param accountName an account's name in notices, by its id
   */
  public record Terms(
      UnaryOperator<Instant> decideBy,
      Function<String, Clause> clause,
      UnaryOperator<String> accountName) {}

  private final Jdbi database;
  private final Clock clock;

  public DangerLaneCases(Jdbi database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Returns the cases past their deadline, oldest first. */
  public List<UUID> due(Terms terms) {
    Instant now = clock.instant();
    return database.withHandle(DangerLaneCases::waiting).stream()
        .filter(waiting -> !terms.decideBy().apply(waiting.since()).isAfter(now))
        .map(Waiting::caseId)
        .toList();
  }

  /**
   * Reads the cases with a running deadline: open, in the lane, and not deleted on the platform.
   */
  private static List<Waiting> waiting(Handle handle) {
    return handle
        .createQuery(
            """
            select rc.case_id, rc.lane_since
            from review_case rc join comment c using (account, comment_id)
            where rc.state = 'open' and rc.lane_since is not null and c.visibility <> 'deleted'
            order by rc.lane_since, rc.case_id
            """)
        .map(
            (row, context) ->
                new Waiting(
                    row.getObject("case_id", UUID.class),
                    row.getTimestamp("lane_since").toInstant()))
        .list();
  }

  /**
   * Escalates a case, unless someone works on it or it is no longer overdue.
   *
   * @return whether it was escalated
   */
  public boolean escalate(UUID caseId, Terms terms) throws SQLException {
    return database.inTransaction(t -> isFree(t, caseId) && escalate(t, caseId, terms));
  }

  static boolean isFree(Handle transaction, UUID caseId) {
    return transaction
        .select("select 1 from review_case where case_id = ? for update skip locked", caseId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private boolean escalate(Handle transaction, UUID caseId, Terms terms) throws SQLException {
    Instant at = clock.instant();
    LockedCase locked = LockedCase.of(transaction, caseId);
    Optional<Instant> decideBy =
        locked.now().waitsInLaneSince().map(terms.decideBy()).filter(by -> !by.isAfter(at));
    if (decideBy.isEmpty()) {
      return false;
    }
    EscalatedNow escalated = EscalatedNow.of(transaction, locked);
    CaseChange change =
        OnEscalation.timeUp(
            locked.now(),
            terms.clause().apply(locked.now().verdict().clause()),
            escalated.revision(),
            decideBy.get());
    escalated.write(
        transaction,
        change,
        terms.accountName().apply(locked.now().comment().account()),
        POLICY,
        at);
    return true;
  }
}
