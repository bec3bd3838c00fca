package hallmonitor.moderation.console.objections;

import java.time.Instant;
import java.util.UUID;

/**
 * A reply as the organization.
 *
 * @param template its id; empty for a person's own words
 * @param objections numbers of the policy's clauses that held for it
 * @param state {@code proposed}, {@code refused}, {@code ordered}, {@code posted} or {@code failed}
 * @param note the platform's message while it does not carry out the order
 */
public record ReplyView(
    UUID actionId,
    String template,
    String language,
    String text,
    String objections,
    String orderedBy,
    Instant orderedAt,
    String state,
    String note) {
  public boolean isProposed() {
    return state.equals("proposed");
  }

  public boolean isFailed() {
    return state.equals("failed");
  }
}
