package hallmonitor.moderation.console.appeal;

import java.time.Instant;

/**
 * An appeal's status for its sender, without the person who decided it.
 *
 * @param reason of the decision; empty if there is none yet
 */
public record AppealStatus(
    String state, Instant receivedAt, Instant dueAt, Instant decidedAt, String reason) {
  /** Returns the name used in {@link FormWords}. */
  public String getWord() {
    return "state-" + state;
  }
}
