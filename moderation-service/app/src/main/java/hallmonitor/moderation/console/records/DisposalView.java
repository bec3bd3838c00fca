package hallmonitor.moderation.console.records;

import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.store.records.Disposal;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A disposal with its proposal. */
public record DisposalView(Disposal disposal, Proposal proposal, List<ExemptCount> left) {
  /** Returns words such as {@code Comments that were allowed and never had a case}. */
  static Sentence words(RecordKind kind) {
    return switch (kind) {
      case ALLOWED_COMMENTS -> Sentence.of("Allowed comments that never had a case");
      case DECIDED_CASES -> Sentence.of("Comments with a case");
      case HAND_BLOCKS -> Sentence.of("Blocks made by hand that are over, with their appeals");
      case ATTESTATIONS -> Sentence.of("Attestations of staff to the guidelines");
      case RECORDS_REQUESTS -> Sentence.of("Requests for records");
    };
  }

  public Sentence getKind() {
    return words(disposal.kind());
  }

  public boolean isWaiting() {
    return proposal.waits(Instant.now());
  }

  public boolean isUnderWay() {
    return disposal.isUnderWay();
  }

  public boolean isDone() {
    return disposal.endedAt().isPresent();
  }

  public Sentence getState() {
    if (isDone()) {
      return Sentence.of("Completed");
    }
    if (isUnderWay()) {
      return Sentence.of("In progress");
    }
    return switch (proposal.stateAt(Instant.now())) {
      case PROPOSED -> Sentence.of("Needs approval");
      case APPROVED -> Sentence.of("Approved");
      case REFUSED -> Sentence.of("Rejected");
      case WITHDRAWN -> Sentence.of("Withdrawn");
      case EXPIRED -> Sentence.of("Expired");
    };
  }

  public boolean isBy(String userName) {
    return proposal.proposedBy().equals(userName);
  }

  /** Returns the approver's user name; empty if nobody has approved it. */
  public String getApprover() {
    return disposal.approvedBy().orElse("");
  }

  public @Nullable Instant getApprovedAt() {
    return disposal.approvedAt().orElse(null);
  }

  public @Nullable Instant getEndedAt() {
    return disposal.endedAt().orElse(null);
  }

  public String getCertificate() {
    return disposal.certificate().orElse("");
  }
}
