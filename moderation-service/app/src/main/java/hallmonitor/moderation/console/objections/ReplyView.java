package hallmonitor.moderation.console.objections;

import java.time.Instant;

/**
 * A reply as the organization.
 *
 * @param state {@code ordered}, {@code posted} or {@code failed}
 * @param note what the platform says while it does not do what was ordered
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
