package hallmonitor.moderation.console.records;

import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.store.Disposal;
import java.time.Instant;
import java.util.List;

/** A disposal with its proposal. */
public record DisposalView(Disposal disposal, Proposal proposal, List<Left> left) {
  /** Such as {@code Comments that were allowed and never had a case}. */
  static String words(RecordKind kind) {
    return switch (kind) {
      case ALLOWED_COMMENTS -> "Comments that were allowed and never had a case";
      case DECIDED_CASES -> "Comments with a decided case";
    };
  }

  public String getKind() {
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

  public String getState() {
    if (isDone()) {
      return "Done";
    }
    if (isUnderWay()) {
      return "Under way";
    }
    return switch (proposal.stateAt(Instant.now())) {
      case PROPOSED -> "Waits for a second person";
      case APPROVED -> "Approved";
      case REFUSED -> "Refused";
      case WITHDRAWN -> "Withdrawn";
      case EXPIRED -> "Expired";
    };
  }

  public boolean isBy(String userName) {
    return proposal.proposedBy().equals(userName);
  }

  public Instant getApprovedAt() {
    return disposal.approvedAt().orElse(null);
  }

  public Instant getEndedAt() {
    return disposal.endedAt().orElse(null);
  }

  public String getCertificate() {
    return disposal.certificate().orElse("");
  }
}
