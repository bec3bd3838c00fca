package hallmonitor.contract.event;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An order to act on a platform. Carried out at most once by {@code actionId}.
 *
 * @param actionId derived from the case and its decision, so that a repeated decision gives the
 *     same order
 * @param caseId the case that it belongs to
 * @param clause the policy clause behind it
 * @param policyVersion hash of the policy file in force
 * @param modelVersion hash of the model in force
 * @param orderedBy {@code policy} for an automatic order, otherwise the person's user name
 * @param reason one sentence for people
 * @param reply what is to be answered, as plain text; with {@link PlatformAction#REPLY} and with no
 *     other
 */
public record ActionOrdered(
    UUID actionId,
    UUID caseId,
    CommentRef comment,
    PlatformAction action,
    String clause,
    String policyVersion,
    String modelVersion,
    String orderedBy,
    String reason,
    Instant orderedAt,
    Optional<String> reply) {
  public ActionOrdered {
    Objects.requireNonNull(actionId, "actionId");
    Objects.requireNonNull(caseId, "caseId");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(orderedBy, "orderedBy");
    Objects.requireNonNull(orderedAt, "orderedAt");
    reply = reply == null ? Optional.empty() : reply;
    if (reply.isPresent() != (action == PlatformAction.REPLY)) {
      throw new IllegalArgumentException("a reply has its text, and nothing else has one");
    }
  }

  /** An order that is no reply. */
  public ActionOrdered(
      UUID actionId,
      UUID caseId,
      CommentRef comment,
      PlatformAction action,
      String clause,
      String policyVersion,
      String modelVersion,
      String orderedBy,
      String reason,
      Instant orderedAt) {
    this(
        actionId,
        caseId,
        comment,
        action,
        clause,
        policyVersion,
        modelVersion,
        orderedBy,
        reason,
        orderedAt,
        Optional.empty());
  }
}
