package hallmonitor.moderation.console.queue;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.wording.Sentence;
import java.util.Arrays;

/** Which cases the queue lists. */
public enum QueueState {
  OPEN(Sentence.of("Open"), ""),
  /** Waits in the danger lane, where a clock runs. */
  DANGER_LANE(Sentence.of("Danger lane"), " and rc.lane_since is not null"),
  /** The policy hid it, or is about to, and no one has confirmed that yet. */
  UNCONFIRMED(Sentence.of("Auto-hidden, needs review"), " and rc.unconfirmed"),
  /** The platform did not do what was ordered. */
  FAILED(Sentence.of("Failed"), " and rc.action_state = 'failed'"),
  /** Claimed by the viewer. */
  MINE(Sentence.of("Mine"), ""),
  /** Closed, newest decision first. */
  DECIDED(Sentence.of("Decided"), "");

  private final Sentence label;
  private final String condition;

  QueueState(Sentence label, String condition) {
    this.label = label;
    this.condition = condition;
  }

  /** Returns {@link #OPEN} for an unknown name. */
  static QueueState of(String code) {
    return Arrays.stream(values()).filter(s -> s.getCode().equals(code)).findFirst().orElse(OPEN);
  }

  /** Returns the name in addresses. */
  public String getCode() {
    return EnumCodes.of(this);
  }

  public Sentence getLabel() {
    return label;
  }

  /** Returns whether everyone's cases wait here, so that new ones can arrive. */
  public boolean isWaiting() {
    return this != DECIDED && this != MINE;
  }

  /** Returns whether the list is empty on most days. */
  public boolean isSeldom() {
    return this == DANGER_LANE || this == FAILED || this == MINE;
  }

  /** Returns the condition on open cases {@code review_case rc} for this list. */
  String condition() {
    return condition;
  }
}
