package hallmonitor.moderation.drafting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document being drafted.
 *
 * @param document named by {@link Document#code}
 * @param base the version that it started from
 * @param owner who started it; anyone with the role may continue
 * @param revision a change names the revision that it saw
 * @param state "open", "proposed", "published" or "discarded"
 * @param proposedBy empty until it is proposed
 * @param note why, in the proposer's words
 * @param proposedAt null until it is proposed
 */
public record Draft(
    long id,
    String document,
    String name,
    String body,
    String base,
    String owner,
    int revision,
    String state,
    String proposedBy,
    String note,
    String changedBy,
    Instant changedAt,
    Instant createdAt,
    @Nullable Instant proposedAt) {
  public boolean isOpen() {
    return state.equals("open");
  }

  public boolean isProposed() {
    return state.equals("proposed");
  }

  public boolean isUnderWork() {
    return isOpen() || isProposed();
  }

  public boolean isPolicy() {
    return document.equals(Document.POLICY.code());
  }

  Document kind() {
    return Document.of(document).orElseThrow();
  }
}
