package hallmonitor.notifier.notice;

import hallmonitor.notifier.escalation.Escalation;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a notice is about.
 *
 * @param conversation id of its first escalation, which the link leads to
 * @param role for which the reader is notified; may be empty
 * @param more other comments that joined
 * @param hidden whether the comment is hidden, by the newest decision or a hide ordered after it;
 *     empty if no one decided
 * @param byHand whether a person has to hide it, because an ordered hide was not carried out
 */
public record NoticeSubject(
    Escalation escalation,
    UUID conversation,
    String role,
    NoticeReason reason,
    int more,
    Optional<Boolean> hidden,
    boolean byHand) {
  public NoticeSubject {
    Objects.requireNonNull(escalation, "escalation");
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(hidden, "hidden");
  }

  /** Creates the subject of a notice about a comment that no one decided on. */
  public NoticeSubject(
      Escalation escalation, UUID conversation, String role, NoticeReason reason, int more) {
    this(escalation, conversation, role, reason, more, Optional.empty(), false);
  }

  /** Returns whether the comment is hidden, or about to be. */
  boolean isHidden() {
    return hidden.orElse(escalation.hideOrdered());
  }
}
