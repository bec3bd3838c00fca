package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Fate;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Strike;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The end of a held hide's wait: its evidence was sealed, or the seal took too long. */
public final class OnSeal {
  /** The hide was sent before its evidence was sealed. */
  public static final String HIDDEN_BEFORE_SEAL = "hidden-before-seal";

  private OnSeal() {}

  /**
   * Releases the hide because the evidence is in the ledger.
   *
   * @param sequence its number there
   */
  public static CaseChange sealed(Case now, UUID actionId, long sequence) {
    return released(
        now,
        actionId,
        List.of(ordered(actionId, "The evidence is sealed as record " + sequence + ".")));
  }

  /**
   * Releases the hide because the evidence service did not answer; the archive's copy must suffice.
   *
   * @param waited how long the hide waited
   */
  public static CaseChange waitedTooLong(Case now, UUID actionId, Duration waited) {
    Event early =
        new Event(
            Order.POLICY,
            HIDDEN_BEFORE_SEAL,
            "The evidence service did not answer within "
                + waited.toSeconds()
                + " s; what the archive holds stands for it.",
            "action/" + actionId + "/" + HIDDEN_BEFORE_SEAL);
    return released(now, actionId, List.of(early, ordered(actionId, "")));
  }

  private static CaseChange released(Case now, UUID actionId, List<Event> events) {
    ActionState next = now.situation().held() ? ActionState.HIDE_ORDERED : now.action();
    Case after = now.with(now.state(), next, now.actionId());
    return CaseChange.settled(after, actionId, Fate.RELEASED, Strike.UNCHANGED, events);
  }

  private static Event ordered(UUID actionId, String detail) {
    return new Event(Order.POLICY, "hide-ordered", detail, "action/" + actionId + "/hide-ordered");
  }
}
