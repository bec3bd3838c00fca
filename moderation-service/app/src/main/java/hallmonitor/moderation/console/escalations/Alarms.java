package hallmonitor.moderation.console.escalations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Alarms shown on every page of the console.
 *
 * @param overdue number of clocks that ran out
 * @param undelivered escalations that no one can be notified of, oldest first
 */
public record Alarms(long overdue, List<Undelivered> undelivered) {
  /**
   * An undelivered escalation.
   *
   * @param message one sentence that says what is wrong and what to do
   */
  public record Undelivered(
      UUID caseId, String building, String category, String message, Instant at) {}
}
