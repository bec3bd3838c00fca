package hallmonitor.moderation.console.evidence;

import hallmonitor.contract.event.EvidenceResult;
import hallmonitor.contract.event.EvidenceResult.EvidenceFailed;
import hallmonitor.contract.event.EvidenceResult.LedgerChecked;
import hallmonitor.contract.event.EvidenceResult.LedgerVerified;
import hallmonitor.contract.event.EvidenceResult.PackageVerified;
import hallmonitor.contract.event.EvidenceResult.Problem;
import hallmonitor.contract.event.EvidenceResult.RequestAnswered;
import hallmonitor.contract.event.EvidenceResult.Why;
import hallmonitor.moderation.wording.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A verification that someone asked for.
 *
 * @param fileName of an uploaded file; null for the ledger
 * @param progress how far it has come; null if nothing was said
 * @param answer null until the notifier answered
 */
public record VerificationView(
    UUID orderId,
    @Nullable String fileName,
    String asker,
    Instant askedAt,
    @Nullable EvidenceResult progress,
    @Nullable EvidenceResult answer,
    @Nullable Instant answeredAt) {
  private static final Duration LATE = Duration.ofMinutes(2);

  /** A file in a package, and whether it is the one that the package's own list names. */
  public record FileRow(String name, String sha256, boolean listed) {}

  public boolean isWaiting() {
    return answer == null;
  }

  /** Returns whether nothing was heard for longer than it takes while the notifier runs. */
  public boolean isLate() {
    return isWaiting() && progress == null && askedAt.plus(LATE).isBefore(Instant.now());
  }

  public boolean isFailed() {
    return answer instanceof EvidenceFailed;
  }

  public boolean isDone() {
    return answer != null && !isFailed();
  }

  /** Returns whether everything is right. */
  public boolean isProven() {
    PackageVerified file = getFile();
    return isDone() && problems().isEmpty() && (file == null || file.made());
  }

  /** Returns whether a package is right, but has records that no signature covers yet. */
  public boolean isUnsigned() {
    PackageVerified file = getFile();
    return isProven() && file != null && file.unsigned() > 0;
  }

  /**
   * Returns whether the records of a package are right, but nothing says that this very file was
   * made: its other files may say anything.
   */
  public boolean isRecordsOnly() {
    PackageVerified file = getFile();
    return file != null && file.answer().isEmpty() && !file.made() && problems().isEmpty();
  }

  public @Nullable LedgerChecked getChecked() {
    return progress instanceof LedgerChecked it ? it : null;
  }

  public @Nullable LedgerVerified getLedger() {
    return answer instanceof LedgerVerified it ? it : null;
  }

  public @Nullable PackageVerified getFile() {
    return answer instanceof PackageVerified it ? it : null;
  }

  /** Returns the answer to a request that the file is; null if it is none. */
  public @Nullable RequestAnswered getRequestAnswer() {
    PackageVerified file = getFile();
    return file == null ? null : file.answer().orElse(null);
  }

  private List<Problem> problems() {
    if (answer instanceof LedgerVerified it) {
      return it.problems();
    }
    return answer instanceof PackageVerified it ? it.problems() : List.of();
  }

  public List<ProblemView> getWrong() {
    return problems().stream().map(ProblemView::of).toList();
  }

  /** Returns the fingerprints of the keys that were trusted. */
  public List<String> getKeys() {
    if (answer instanceof LedgerVerified it) {
      return it.keys();
    }
    return answer instanceof PackageVerified it ? it.keys() : List.of();
  }

  public List<FileRow> getFiles() {
    PackageVerified file = getFile();
    if (file == null) {
      return List.of();
    }
    Set<String> wrong = problems().stream().map(Problem::where).collect(Collectors.toSet());
    return file.files().stream()
        .map(one -> new FileRow(one.name(), one.sha256(), !wrong.contains(one.name())))
        .toList();
  }

  /** Returns why nothing was verified, and what to do. */
  public Sentence getWhy() {
    if (!(answer instanceof EvidenceFailed failed)) {
      return Sentence.NONE;
    }
    return failed.why() == Why.UNREADABLE
        ? Sentence.of("The file did not arrive complete. Upload it again.")
        : Sentence.of(
            "It could not be verified. Ask the technology director to check the log of the notifier, then try again.");
  }
}
