package hallmonitor.moderation.console.evidence;

import hallmonitor.contract.event.EvidenceResult;
import hallmonitor.contract.event.EvidenceResult.EvidenceFailed;
import hallmonitor.contract.event.EvidenceResult.PackageMade;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.wording.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package that someone asked for.
 *
 * @param students how many are left out; null for a full package
 * @param purpose code of a purpose
 * @param answer null until the notifier answered
 * @param goneAt when the file was removed; null while it is there, or may come
 */
public record PackageView(
    UUID orderId,
    UUID caseId,
    @Nullable Integer students,
    String purpose,
    String words,
    String asker,
    Instant askedAt,
    @Nullable EvidenceResult answer,
    @Nullable Instant answeredAt,
    @Nullable Instant goneAt) {
  private static final Duration LATE = Duration.ofMinutes(2);

  public boolean isWaiting() {
    return answer == null && goneAt == null;
  }

  /** Returns whether it waits for longer than any package takes while the notifier runs. */
  public boolean isLate() {
    return isWaiting() && askedAt.plus(LATE).isBefore(Instant.now());
  }

  public boolean isReady() {
    return answer instanceof PackageMade && goneAt == null;
  }

  public boolean isGone() {
    return goneAt != null && !isFailed();
  }

  public boolean isFailed() {
    return answer instanceof EvidenceFailed;
  }

  /** Returns what was made; null if nothing was. */
  public @Nullable PackageMade getMade() {
    return answer instanceof PackageMade it ? it : null;
  }

  /** Returns its size in tenths of a megabyte, at least one. */
  public String getSize() {
    PackageMade made = getMade();
    return made == null ? "" : DisplayLabels.megabytes(made.bytes());
  }

  /** Returns why nothing was made, and what to do. */
  public Sentence getWhy() {
    return answer instanceof EvidenceFailed failed ? why(failed.why()) : Sentence.NONE;
  }

  private static Sentence why(EvidenceResult.Why why) {
    return switch (why) {
      case NOTHING_SEALED ->
          Sentence.of(
              "Nothing is sealed about this case yet. Capture its evidence on the case’s page, then ask again.");
      case NO_NAMES ->
          Sentence.of("The list of students named no one. Ask again, with one name on each line.");
      case TOO_LARGE ->
          Sentence.of(
              "The attachments of this case are too large for a package in the console. Ask for a redacted package, which has none, or ask the technology director to make this one on the server.");
      case UNREADABLE -> Sentence.of("The list of students could not be opened. Ask again.");
      case FAILED ->
          Sentence.of(
              "The package could not be made, and this was tried three times. Ask the technology director to check the log of the notifier, then ask again.");
    };
  }
}
