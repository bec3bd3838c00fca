package hallmonitor.moderation.console.escalations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a person responsible for buildings must act on now, most urgent first.
 *
 * @param more whether there is more than is listed
 */
public record AttentionBoard(List<Item> items, boolean more) {
  /**
   * A case with an open escalation or a running clock.
   *
   * @param clause title of the deciding clause; empty if there is none
   */
  public record Item(Concerned concerned, String clause, EscalationPanel concern) {}

  /** The case, from one row of the database. */
  public record Concerned(
      UUID caseId,
      String building,
      String category,
      String clause,
      String urgency,
      Instant openedAt) {}
}
