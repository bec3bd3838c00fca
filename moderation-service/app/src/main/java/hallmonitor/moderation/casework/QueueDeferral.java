package hallmonitor.moderation.casework;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * When a text was marked harmless, others that write the same may wait at the end of the queue.
 * That is a label and an order, never a decision: each of their cases still waits for a person.
 */
public final class QueueDeferral {
  /** How long the same text by others is set back. */
  public static final Duration LASTS = Duration.ofDays(30);

  /** Where the same words by another person can be meant, whatever they were the first time. */
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

  /** Whether the same text by others may wait longer than the rest. */
  public static boolean isAllowed(String category, Urgency urgency, PolicyOutcome outcome) {
    return outcome != PolicyOutcome.ESCALATE
        && urgency != Urgency.IMMEDIATE
        && Category.of(category).filter(c -> !NEVER.contains(c)).isPresent();
  }
}
