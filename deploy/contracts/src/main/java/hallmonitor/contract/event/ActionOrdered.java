package hallmonitor.contract.event;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An order to act on a platform. Carried out at most once per {@code actionId}.
 *
 * @param actionId derived from the case and its decision, so that a repeated decision gives the
 *     same order
 * @param caseId the case that it belongs to
 * @param clause the policy clause behind it
 * @param policyVersion hash of the current policy file
 * @param modelVersion hash of the current model
 * @param orderedBy {@code policy} for an automatic order, otherwise the person's user name
 * @param reason one sentence for people
 * @param reply the reply as plain text; only with {@link PlatformAction#REPLY}
 * @param urgency its place in the order; {@link Urgency#ROUTINE} in events of older writers
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
    Optional<String> reply,
    Urgency urgency) {
  /** Which orders go first, the most urgent one first. */
  public enum Urgency {
    /** It hides something dangerous. */
    DANGER,
    /** A person ordered it and waits for it. */
    PERSON,
    ROUTINE
  }

  public ActionOrdered {
    Objects.requireNonNull(actionId, "actionId");
    Objects.requireNonNull(caseId, "caseId");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(orderedBy, "orderedBy");
    Objects.requireNonNull(orderedAt, "orderedAt");
    reply = reply == null ? Optional.empty() : reply;
    urgency = urgency == null ? Urgency.ROUTINE : urgency;
    if (reply.isPresent() != (action == PlatformAction.REPLY)) {
      throw new IllegalArgumentException("a reply has its text, and nothing else has one");
    }
  }

  /** Creates a routine order that is not a reply. */
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
        Optional.empty(),
        Urgency.ROUTINE);
  }

  /** Returns the same order with another urgency. */
  public ActionOrdered with(Urgency other) {
    return copy(orderedAt, other);
  }

  /** Returns the same order, sent at another time. */
  public ActionOrdered at(Instant sent) {
    return copy(sent, urgency);
  }

  private ActionOrdered copy(Instant sent, Urgency of) {
    return new ActionOrdered(
        actionId,
        caseId,
        comment,
        action,
        clause,
        policyVersion,
        modelVersion,
        orderedBy,
        reason,
        sent,
        reply,
        of);
  }
}
