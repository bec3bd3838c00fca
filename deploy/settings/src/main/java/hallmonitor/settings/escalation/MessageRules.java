package hallmonitor.settings.escalation;

import java.util.List;
import java.util.Optional;

/**
 * Messages about immediate danger, beside the mail: where they go, and who is on call.
 *
 * @param rosters at most one for each building
 */
public record MessageRules(List<Gateway> gateways, List<Roster> rosters) {
  public static final MessageRules NONE = new MessageRules(List.of(), List.of());

  public MessageRules {
    gateways = List.copyOf(gateways);
    rosters = List.copyOf(rosters);
  }

  public Optional<Gateway> gateway(String id) {
    return gateways.stream().filter(g -> g.id().equals(id)).findFirst();
  }

  public Optional<Roster> roster(String building) {
    return rosters.stream().filter(r -> r.isFor(building)).findFirst();
  }
}
