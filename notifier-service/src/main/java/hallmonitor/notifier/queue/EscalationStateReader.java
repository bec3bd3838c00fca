package hallmonitor.notifier.queue;

import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.escalation.Acknowledged;
import hallmonitor.notifier.escalation.AwaitingAnswer;
import hallmonitor.notifier.escalation.Closed;
import hallmonitor.notifier.escalation.EscalationState;
import hallmonitor.notifier.escalation.ListedInDigest;

/** Reads an escalation's state. Which class it has is told by another column. */
public final class EscalationStateReader {
  private EscalationStateReader() {}

  /**
   * Parses a state.
   *
   * @param state its name, see {@link EscalationState#name}
   * @throws EventJson.UnreadableEvent if the bytes are not such a state
   * @throws IllegalStateException if there is no such state
   */
  public static EscalationState read(String state, byte[] json) {
    return switch (state) {
      case "waiting" -> EventJson.read(json, AwaitingAnswer.class);
      case "listed" -> EventJson.read(json, ListedInDigest.class);
      case "acknowledged" -> EventJson.read(json, Acknowledged.class);
      case "closed" -> EventJson.read(json, Closed.class);
      default -> throw new IllegalStateException("no state of an escalation: " + state);
    };
  }
}
