package hallmonitor.moderation.console.queue;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.wording.Sentence;
import java.util.Arrays;

/** Which cases the queue lists. */
public enum QueueState {
  OPEN(Sentence.of("Open"), ""),
  /** The policy hid it, or is about to, and nobody has said yet that this was right. */
  UNCONFIRMED(Sentence.of("Hidden, not confirmed"), " and rc.unconfirmed"),
  /** The platform did not do what was ordered. */
  FAILED(Sentence.of("Failed"), " and rc.action_state = 'failed'"),
  /** Claimed by the person who asks. */
  MINE(Sentence.of("Mine"), ""),
  /** Closed, the newest decision first. */
  DECIDED(Sentence.of("Decided"), "");

  private final Sentence label;
  private final String condition;

  QueueState(Sentence label, String condition) {
    this.label = label;
    this.condition = condition;
  }

  /** {@link #OPEN} for what no list is called. */
  static QueueState of(String code) {
    return Arrays.stream(values()).filter(s -> s.getCode().equals(code)).findFirst().orElse(OPEN);
  }

  /** As addresses carry it. */
  public String getCode() {
    return EnumCodes.of(this);
  }

  public Sentence getLabel() {
    return label;
  }

  /** What narrows the open cases {@code review_case rc} down to this list. */
  String condition() {
    return condition;
  }
}
