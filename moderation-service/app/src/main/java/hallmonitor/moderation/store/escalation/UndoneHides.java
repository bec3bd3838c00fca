package hallmonitor.moderation.store.escalation;

import static hallmonitor.moderation.casework.CaseChange.Order.POLICY;

import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.CaseState;
import hallmonitor.moderation.casework.OnEscalation;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.cases.CaseWriter;
import hallmonitor.moderation.store.cases.LockedCase;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

/**
 * Hides of something dangerous that the platform refused, that were not carried out in time, or
 * that others undid there. People are notified of each once, by any number of instances.
 */
public final class UndoneHides {
  /**
   * The settings for a round.
   *
   * @param patience from the order until people are notified, unless the platform refuses earlier
   * @param clause the clause behind a verdict, by its id
   * @param accountName an account's name in notices, by its id
   */
  public record Terms(
      Duration patience, Function<String, Clause> clause, UnaryOperator<String> accountName) {}

  private static final String UNDONE =
      """
      urgency = 'danger' and action = 'hide' and told_at is null
        and (state in ('failed', 'undone')
          or state in ('ordered', 'retrying') and ordered_at <= :late)
      """;

  static final String DUE =
      "select case_id from ordered_action where %s order by ordered_at".formatted(UNDONE);

  static final String TELL =
      """
      update ordered_action set told_at = :now
      where case_id = :case and %s
      returning action_id, state
      """
          .formatted(UNDONE);

  private final Jdbi database;
  private final Clock clock;

  public UndoneHides(Jdbi database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Returns the cases with such hides that no one was notified of, oldest first. */
  public List<UUID> due(Terms terms) {
    return database.withHandle(
        h ->
            h
                .createQuery(DUE)
                .bind("late", Timestamp.from(clock.instant().minus(terms.patience())))
                .mapTo(UUID.class)
                .list()
                .stream()
                .distinct()
                .toList());
  }

  /**
   * Notifies people of a case's undone hide, unless someone works on the case, readers do not see
   * the comment, or the hide is no longer wanted. People who were asked are notified of it as a
   * change of the case; if there are none, it is a new escalation.
   *
   * @return whether they are notified
   */
  public boolean tell(UUID caseId, Terms terms) throws SQLException {
    return database.inTransaction(t -> DangerLaneCases.isFree(t, caseId) && tell(t, caseId, terms));
  }

  private boolean tell(Handle transaction, UUID caseId, Terms terms) throws SQLException {
    Instant at = clock.instant();
    Map<UUID, String> undone =
        transaction
            .createQuery(TELL)
            .bind("now", Timestamp.from(at))
            .bind("case", caseId)
            .bind("late", Timestamp.from(at.minus(terms.patience())))
            .setMapKeyColumn("action_id")
            .setMapValueColumn("state")
            .collectInto(new GenericType<Map<UUID, String>>() {});
    LockedCase locked = LockedCase.of(transaction, caseId);
    Optional<UUID> wanted =
        locked.now().actionId().filter(undone::containsKey).filter(id -> isWanted(locked.now()));
    if (wanted.isEmpty()) {
      return false;
    }
    EscalatedNow escalated = EscalatedNow.of(transaction, locked);
    CaseChange change =
        OnEscalation.hideNotDone(
            locked.now(),
            wanted.get(),
            terms.clause().apply(locked.now().verdict().clause()),
            escalated.revision(),
            "undone".equals(undone.get(wanted.get()))
                ? shown(escalated)
                : detail(escalated, note(transaction, caseId)),
            isAsked(transaction, caseId),
            at);
    if (change.escalation().isPresent()) {
      String account = locked.now().comment().account();
      escalated.write(transaction, change, terms.accountName().apply(account), POLICY, at);
    } else {
      new CaseWriter(transaction).write(List.of(locked.write(change)), at);
    }
    return true;
  }

  /** Readers see it, and no person has found it harmless in the meantime. */
  private static boolean isWanted(Case now) {
    return now.situation().visibility() == Visibility.VISIBLE && now.state() != CaseState.DISMISSED;
  }

  private static boolean isAsked(Handle transaction, UUID caseId) {
    return transaction
        .createQuery(
            "select exists (select from escalation_state where case_id = :id and state <> 'closed')")
        .bind("id", caseId)
        .mapTo(Boolean.class)
        .one();
  }

  private static String note(Handle transaction, UUID caseId) {
    return transaction
        .createQuery("select action_note from review_case where case_id = :id")
        .bind("id", caseId)
        .mapTo(String.class)
        .one();
  }

  private static String shown(EscalatedNow escalated) {
    return "Someone showed it on the platform again. Decide whether it is hidden again: %s."
        .formatted(where(escalated));
  }

  private static String detail(EscalatedNow escalated, String note) {
    return "Readers may still see it. Sign in to the account and hide it by hand: %s. %s"
        .formatted(where(escalated), note)
        .strip();
  }

  private static String where(EscalatedNow escalated) {
    return escalated.seen().permalink().orElse("on the platform");
  }
}
