package hallmonitor.moderation.drafting;

import java.time.Instant;

/**
 * A document that somebody is at work on.
 *
 * @param document as {@link Document#code}
 * @param base the version that it was begun from
 * @param owner who began it; anybody with the role may go on
 * @param revision a change names the revision that it saw
 * @param state {@code open}, {@code proposed}, {@code published} or {@code discarded}
 * @param proposedBy empty until it is proposed
 * @param note why, in the words of whoever proposed it
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
    Instant createdAt) {
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
