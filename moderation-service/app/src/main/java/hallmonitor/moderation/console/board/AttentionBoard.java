package hallmonitor.moderation.console.board;

import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.console.cases.SpanishHelp;
import hallmonitor.moderation.console.escalations.EscalationPanel;
import hallmonitor.moderation.console.escalations.EscalationQueries;
import java.util.List;

/**
 * What a person responsible for buildings must act on now, most urgent first.
 *
 * @param more whether there is more than is listed
 * @param several whether the cases may be of more than one building
 * @param calls who to call about them
 */
public record AttentionBoard(
    List<Item> items, boolean more, boolean several, List<PhoneLine> calls) {
  public AttentionBoard {
    items = List.copyOf(items);
    calls = List.copyOf(calls);
  }

  /**
   * A case with an open escalation or a running clock.
   *
   * @param clause title of the deciding clause; empty if there is none
   * @param open whether it is unfolded
   * @param shown whether its words are on the page
   * @param changeable whether the reader may hide the comment or put it back here
   * @param help for a reader without Spanish
   */
  public record Item(
      EscalationQueries.Concerned concerned,
      String clause,
      EscalationPanel concern,
      CaseView view,
      boolean open,
      boolean shown,
      boolean changeable,
      SpanishHelp help) {}
}
