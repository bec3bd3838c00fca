package hallmonitor.moderation.console.tips;

import java.time.Instant;
import java.util.List;

/**
 * What became of a tip, for its sender: nothing about other people.
 *
 * @param state one of {@link #STATES}
 */
public record TipStatus(String reference, String state, Instant receivedAt) {
  /** The states that a list can show, in order. */
  static final List<String> STATES = List.of("received", "looking", "acted", "clear");

  /** The state of a row of {@code tip t join review_case rc using (case_id)}. */
  static final String SQL =
      """
      case
        when rc.state in ('confirmed', 'hidden') then 'acted'
        when rc.state <> 'open' then 'clear'
        when t.looked_at is not null or exists (select from escalation_state s
          where s.case_id = rc.case_id and s.state in ('acknowledged', 'closed')) then 'looking'
        else 'received'
      end
      """;

  public String getWord() {
    return "state-" + state;
  }
}
