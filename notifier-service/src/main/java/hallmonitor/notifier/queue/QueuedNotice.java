package hallmonitor.notifier.queue;

import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.EscalationEffect.Occasion;
import hallmonitor.notifier.escalation.EscalationState;
import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.notice.CommentDecision;
import hallmonitor.notifier.notice.NoticeReason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice that waits to be sent.
 *
 * @param conversation absent for notices from before the clock existed
 * @param attempts made so far
 * @param trouble last published problem
 * @param more other cases that joined this one
 * @param hidden whether the comment is hidden, by the newest decision or a hide ordered after it;
 *     empty if no one decided
 * @param byHand whether a person has to hide the comment by hand
 * @param news the decision that it tells; empty for a notice of the escalation itself
 * @param state the escalation's state at the time of sending; absent as the conversation
 */
public record QueuedNotice(
    UUID id,
    Optional<UUID> conversation,
    String person,
    String role,
    Instant dueAt,
    int attempts,
    Optional<String> trouble,
    Optional<String> traceparent,
    Escalation escalation,
    Urgency urgency,
    NoticeReason reason,
    int more,
    Optional<Boolean> hidden,
    boolean byHand,
    Optional<DecisionNotice> news,
    Optional<EscalationState> state) {
  /**
   * A decision and its case.
   *
   * @param permalink of its comment on the platform
   */
  public record DecisionNotice(UUID caseId, CommentDecision decision, Optional<String> permalink) {}

  public boolean isNews() {
    return news.isPresent();
  }

  /** Returns whether it says that something dangerous could not be hidden. */
  boolean saysNotHidden() {
    return reason.occasion() == Occasion.NOT_HIDDEN;
  }
}
