package hallmonitor.notifier.message;

import hallmonitor.notifier.escalation.EscalationEffect.Occasion;
import java.util.Optional;

/** Why people get a message. More comments and decisions are told by mail only. */
enum MessageOccasion {
  TOLD,
  REMINDED,
  PASSED_ON,
  HANDED_OVER,
  RAN_OUT,
  /** No mail reaches anyone. */
  NOBODY,
  /** Someone answered. */
  ANSWERED;

  static Optional<MessageOccasion> of(Occasion occasion) {
    return switch (occasion) {
      case TOLD -> Optional.of(TOLD);
      case REMINDED -> Optional.of(REMINDED);
      case PASSED_ON -> Optional.of(PASSED_ON);
      case HANDED_OVER -> Optional.of(HANDED_OVER);
      case RAN_OUT -> Optional.of(RAN_OUT);
      case JOINED, DECIDED, NOT_HIDDEN -> Optional.empty();
    };
  }
}
