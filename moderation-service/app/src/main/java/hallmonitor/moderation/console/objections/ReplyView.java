package hallmonitor.moderation.console.objections;

import java.time.Instant;

/**
 * A reply as the organization.
 *
 * @param state {@code ordered}, {@code posted} or {@code failed}
 * @param note the platform's message while it does not carry out the order
 */
public record ReplyView(
    String template,
    String language,
    String text,
    String orderedBy,
    Instant orderedAt,
    String state,
    String note) {
  public boolean isFailed() {
    return state.equals("failed");
  }
}
