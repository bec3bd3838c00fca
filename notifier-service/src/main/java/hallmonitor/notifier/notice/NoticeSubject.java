package hallmonitor.notifier.notice;

import hallmonitor.notifier.escalation.Escalation;
import java.util.Objects;
import java.util.UUID;

/**
 * What a notice is about.
 *
 * @param conversation id of its first escalation, which the link leads to
 * @param role for which the reader is told; may be empty
 * @param more other comments that joined
 */
public record NoticeSubject(
    Escalation escalation, UUID conversation, String role, NoticeReason reason, int more) {
  public NoticeSubject {
    Objects.requireNonNull(escalation, "escalation");
    Objects.requireNonNull(conversation, "conversation");
    Objects.requireNonNull(reason, "reason");
  }
}
