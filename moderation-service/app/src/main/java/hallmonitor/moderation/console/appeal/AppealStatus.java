package hallmonitor.moderation.console.appeal;

import java.time.Instant;

/**
 * How an objection stands, as whoever sent it sees it: not who decided it.
 *
 * @param reason of the decision; empty while there is none
 */
public record AppealStatus(
    String state, Instant receivedAt, Instant dueAt, Instant decidedAt, String reason) {
  /** As {@link AppealWords} call it. */
  public String getWord() {
    return "state-" + state;
  }
}
