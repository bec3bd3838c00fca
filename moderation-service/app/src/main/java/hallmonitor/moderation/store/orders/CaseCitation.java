package hallmonitor.moderation.store.orders;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionOrdered.Urgency;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.moderation.casework.CaseChange.Order;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The citations of an order about a case's author, or of a reply to them.
 *
 * @param policyVersion behind the case's verdict
 */
public record CaseCitation(
    UUID caseId,
    @Nested("comment") CommentRef comment,
    String clause,
    String authorKey,
    String authorName,
    String policyVersion,
    String modelVersion) {

  /** Locks the case until the transaction ends; empty if there is none. */
  public static Optional<CaseCitation> lock(Handle transaction, UUID caseId) {
    // Locked first: the query's snapshot must not be older than the lock.
    transaction.execute("select from review_case where case_id = ? for update", caseId);
    return transaction
        .createQuery(
            """
            select rc.case_id, c.platform as comment_platform, c.account as comment_account,
              c.comment_id, rc.clause, c.author_key, c.author_name, r.policy_version, r.model_version
            from review_case rc
            join comment c on c.account = rc.account and c.comment_id = rc.comment_id
            join revision r on r.account = rc.account and r.comment_id = rc.comment_id and r.revision = rc.revision
            where rc.case_id = :id
            """)
        .bind("id", caseId)
        .map(ConstructorMapper.of(CaseCitation.class))
        .findOne();
  }

  public ActionOrdered order(
      UUID actionId,
      PlatformAction action,
      String clauseId,
      String by,
      String reason,
      Instant at,
      Optional<String> reply) {
    return new ActionOrdered(
        actionId,
        caseId,
        comment,
        action,
        clauseId,
        policyVersion,
        modelVersion,
        by,
        reason,
        at,
        reply,
        by.equals(Order.POLICY) ? Urgency.ROUTINE : Urgency.PERSON);
  }
}
