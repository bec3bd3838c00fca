package hallmonitor.moderation.store.cases;

import hallmonitor.contract.event.Capture;
import hallmonitor.contract.event.CaseEscalated.Snapshot;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.CaseChange;
import java.util.Optional;

/**
 * A case change with everything that is written and published with it.
 *
 * @param policyVersion hash of the policy file behind the verdict
 * @param modelVersion hash of the model behind the verdict
 * @param snapshot the comment as judged; present if the change escalates
 * @param seen the revision that caused it, if it was not archived before
 * @param capture content of the evidence; present if the change escalates
 * @param traceparent the trace of published events
 */
public record CaseWrite(
    CaseChange change,
    String platform,
    String authorKey,
    String policyVersion,
    String modelVersion,
    Optional<Snapshot> snapshot,
    Optional<CommentSeen> seen,
    Optional<Capture> capture,
    Optional<String> traceparent) {
  public CaseWrite with(Capture captured) {
    return new CaseWrite(
        change,
        platform,
        authorKey,
        policyVersion,
        modelVersion,
        snapshot,
        seen,
        Optional.of(captured),
        traceparent);
  }
}
