package hallmonitor.moderation.console.escalations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What somebody who is responsible for buildings must act on now, the most urgent first.
 *
 * @param more whether there is more than is listed
 */
public record AttentionBoard(List<Item> items, boolean more) {
  /**
   * A case with an escalation that is not closed, or with a clock that runs.
   *
   * @param clause the title of the clause that decided; empty when there is none
   */
  public record Item(Concerned concerned, String clause, EscalationPanel concern) {}

  /** The case, as one row of the database gives it. */
  public record Concerned(
      UUID caseId,
      String building,
      String category,
      String clause,
      String urgency,
      Instant openedAt) {}
}
