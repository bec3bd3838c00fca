package hallmonitor.ingest.action;

import hallmonitor.contract.event.ActionResult;
import java.time.Duration;
import java.util.Optional;

/** How an attempt ended. */
sealed interface AttemptOutcome {
  /** Nothing is left to do; the result says how it went. */
  record Done(ActionResult result) implements AttemptOutcome {}

  /**
   * To be tried again.
   *
   * @param trouble its kind, by which the same one is reported once
   * @param report what to publish; empty when this trouble was reported before
   * @param doubtful whether the attempt may have had its effect
   */
  record Again(Duration delay, String trouble, Optional<ActionResult> report, boolean doubtful)
      implements AttemptOutcome {}
}
