package hallmonitor.notifier.queue;

import hallmonitor.notifier.notice.CommentDecision;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The table of people's decisions on comments, of escalated cases and of others: a case may be
 * escalated later. A transaction that adds or sends one holds the case's lock.
 */
public final class CommentDecisions {
  private CommentDecisions() {}

  /** A decision that no one was notified of. */
  public record Untold(UUID decisionId, UUID caseId, String by, String kind, Instant at) {}

  /**
   * Locks a case until the transaction ends, so that a decision and an escalation that arrive at
   * the same time see each other. Call it before locking any row.
   */
  public static void lock(Handle transaction, UUID caseId) {
    lock(transaction, List.of(caseId));
  }

  /** Locks several cases, in the same order in every transaction. */
  public static void lock(Handle transaction, Collection<UUID> cases) {
    OrderedLocks.take(transaction, cases.stream().map(id -> "decided/" + id));
  }

  /**
   * Stores a decision, or another entry of one that is stored.
   *
   * @param decisionId the same for all entries of one act
   * @return whether the decision is new
   */
  public static boolean add(
      Handle transaction, UUID decisionId, UUID caseId, String actor, String kind, Instant at) {
    Optional<Boolean> hides = CommentDecision.hides(kind);
    boolean isNew =
        transaction
                .createUpdate(
                    """
                    insert into comment_decision (decision_id, case_id, actor, kind, hidden, at)
                    values (:id, :case, :actor, :kind, :hidden, :at)
                    on conflict do nothing
                    """)
                .bind("id", decisionId)
                .bind("case", caseId)
                .bind("actor", actor)
                .bind("kind", kind)
                .bind("hidden", hides.or(() -> isHidden(transaction, caseId)).orElse(false))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute()
            == 1;
    if (!isNew && hides.isPresent()) {
      transaction
          .createUpdate(
              """
              update comment_decision
              set kind = case when kind = :undone then :undoneBy else kind end, hidden = :hidden
              where decision_id = :id
              """)
          .bind("undone", CommentDecision.UNDONE)
          .bind("undoneBy", CommentDecision.undoneBy(kind))
          .bind("hidden", hides.get())
          .bind("id", decisionId)
          .execute();
    }
    return isNew;
  }

  /** Returns these cases' decisions that no one was notified of, oldest first. */
  public static List<Untold> untold(Handle handle, Collection<UUID> cases) {
    return handle
        .createQuery(
            """
            select decision_id, case_id, actor as by, kind, at
            from comment_decision d
            where case_id = any(:cases)
              and not exists (
                select 1
                from notice n
                where n.decision_id = d.decision_id)
            order by at, decision_id
            """)
        .bindArray("cases", UUID.class, cases.toArray())
        .map(ConstructorMapper.of(Untold.class))
        .list();
  }

  /**
   * Returns whether a case's comment is hidden since the newest decision: that decision holds,
   * unless a later escalation hid the comment again. Empty if there is no decision.
   */
  public static Optional<Boolean> isHidden(Handle handle, UUID caseId) {
    return handle
        .createQuery(
            """
            select hidden or exists (
                select 1
                from escalation o
                where o.case_id = d.case_id
                  and o.hide_ordered
                  and o.raised_at > d.at)
            from comment_decision d
            where case_id = :case
            order by at desc, decision_id limit 1
            """)
        .bind("case", caseId)
        .mapTo(Boolean.class)
        .findOne();
  }

  /**
   * Returns the newest decisions on a case's comment, oldest first.
   *
   * @param most the most to return
   */
  public static List<CommentDecision> ofCase(Handle handle, UUID caseId, int most) {
    return handle
        .createQuery(
            """
            select by, kind, at
            from (
              select actor as by, kind, at, decision_id
              from comment_decision
              where case_id = :case
              order by at desc, decision_id limit :most) newest
            order by at, decision_id
            """)
        .bind("case", caseId)
        .bind("most", most)
        .map(ConstructorMapper.of(CommentDecision.class))
        .list();
  }
}
