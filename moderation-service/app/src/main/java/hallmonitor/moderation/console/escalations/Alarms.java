package hallmonitor.moderation.console.escalations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What people everywhere in the console must not miss.
 *
 * @param overdue how many clocks ran out
 * @param undelivered escalations of which nobody can be told, the oldest first
 */
public record Alarms(long overdue, List<Undelivered> undelivered) {
  /**
   * @param message one sentence that says what is wrong and what to do
   */
  public record Undelivered(
      UUID caseId, String building, String category, String message, Instant at) {}
}
