package hallmonitor.moderation.console.records;

import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A hold with the waiting proposal to lift it, if any.
 *
 * @param covers {@code case}, {@code author} or {@code everything}
 * @param proposalId null if no one proposed to lift it
 */
public record HoldView(
    UUID holdId,
    String covers,
    UUID caseId,
    String account,
    String authorName,
    String building,
    LocalDate fromDay,
    LocalDate untilDay,
    String matter,
    String reason,
    String placer,
    Instant placedAt,
    Instant liftedAt,
    String lifter,
    UUID proposalId,
    String proposedBy,
    String proposer,
    String whyLift,
    Instant proposedAt) {
  public boolean isInForce() {
    return liftedAt == null;
  }

  public boolean isProposedBy(String userName) {
    return userName.equals(proposedBy);
  }

  public CharSequence getAuthor() {
    return authorName.isBlank() ? Sentence.of("(no name)") : authorName;
  }
}
