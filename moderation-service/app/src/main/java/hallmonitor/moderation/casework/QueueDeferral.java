package hallmonitor.moderation.casework;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * After a text was marked harmless, the same text from others may move to the end of the queue.
 * This affects only label and order: each of their cases still waits for a person.
 */
public final class QueueDeferral {
  /** How long the same text from others is moved back. */
  public static final Duration LASTS = Duration.ofDays(30);

  /** Categories in which the same words from another person may be serious. */
  private static final Set<Category> NEVER =
      EnumSet.of(
          Category.THREAT,
          Category.THREAT_REPORT,
          Category.SELF_HARM,
          Category.ABUSE_DISCLOSURE,
          Category.SEXUAL,
          Category.CONFIDENTIAL,
          Category.DETECTOR_FAILURE);

  private QueueDeferral() {}

  /** Returns whether the same text from others may wait longer than the rest. */
  public static boolean isAllowed(String category, Urgency urgency, PolicyOutcome outcome) {
    return outcome != PolicyOutcome.ESCALATE
        && urgency != Urgency.IMMEDIATE
        && Category.of(category).filter(c -> !NEVER.contains(c)).isPresent();
  }
}
