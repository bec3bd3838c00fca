package hallmonitor.moderation.policy;

import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import java.util.List;

/**
 * The steps that a third opinion can move a verdict, one at a time: review, review in the danger
 * lane, escalation, escalation that also hides; and beside them review and hide. It never ends
 * below a review, and never adds a hide.
 */
final class ThirdOpinionSteps {
  private ThirdOpinionSteps() {}

  /** Returns what follows instead when an alarm or a hide is denied. */
  static Consequence down(Consequence from) {
    if (from.outcome() == PolicyOutcome.HIDE) {
      return review(Urgency.DIGEST, from.strike());
    }
    return from.hide()
        ? new Consequence(
            PolicyOutcome.ESCALATE, false, from.roles(), from.urgency(), from.strike())
        : review(Urgency.IMMEDIATE, from.strike());
  }

  /**
   * Returns what follows when a near alarm is confirmed. A reader's opinion counts as no strike.
   *
   * @param alarm what the clause asks for
   * @param inLane whether the comment waits in the danger lane already
   */
  static Consequence up(Consequence alarm, boolean inLane) {
    return inLane
        ? new Consequence(PolicyOutcome.ESCALATE, false, alarm.roles(), alarm.urgency(), false)
        : review(Urgency.IMMEDIATE, false);
  }

  private static Consequence review(Urgency urgency, boolean strike) {
    return new Consequence(PolicyOutcome.REVIEW, false, List.of(), urgency, strike);
  }
}
