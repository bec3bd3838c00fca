package hallmonitor.moderation.store.cases;

import hallmonitor.contract.event.Capture;
import hallmonitor.contract.event.CaseEscalated.Snapshot;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.CaseChange;
import java.util.Optional;

/**
 * A change of a case with all that is written and published beside it.
 *
 * @param policyVersion hash of the policy file behind the verdict
 * @param modelVersion hash of the model behind the verdict
 * @param snapshot the comment as it was judged; present when the change escalates
 * @param seen the revision that caused it, when it is one that was not archived before
 * @param capture what evidence is made of; present when the change escalates
 * @param traceparent the trace that goes on with what is published
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
