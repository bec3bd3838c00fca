package hallmonitor.moderation.console.appeal;

import java.time.Instant;

/**
 * An appeal's status for its sender, without the person who decided it.
 *
 * @param state as stored, or {@code decided}: anyone who appealed by a name may not be its bearer,
 *     and learns nothing here
 * @param reason of the decision; empty if there is none yet, or none to show
 */
public record AppealStatus(
    String state, Instant receivedAt, Instant dueAt, Instant decidedAt, String reason) {
  /** Returns the name used in {@link FormWords}. */
  public String getWord() {
    return "state-" + state;
  }
}
