package hallmonitor.ingest.action;

import hallmonitor.contract.event.ActionResult;
import hallmonitor.ingest.connector.Fault.Throttled;
import java.time.Duration;
import java.util.Optional;

/** The outcome of an attempt. */
sealed interface AttemptOutcome {
  /** Finished; the result tells how it went. */
  record Done(ActionResult result) implements AttemptOutcome {}

  /**
   * To be retried.
   *
   * @param trouble its kind, so that repeated trouble is reported once
   * @param report what to publish; empty if already reported
   * @param doubtful whether the attempt may have taken effect
   * @param throttled the wait that the platform asks for, which applies to the account's other
   *     orders, too
   */
  record Again(
      Duration delay,
      String trouble,
      Optional<ActionResult> report,
      boolean doubtful,
      Optional<Throttled> throttled)
      implements AttemptOutcome {}
}
