package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The effects of platform updates on a case: results of our orders, and actions by others. */
public final class OnPlatform {
  static final String INGEST = "ingest";

  private OnPlatform() {}

  /**
   * Records that the comment's visibility differs from the known one. If others acted against our
   * orders on the platform, {@link OnDisagreement} says what follows.
   *
   * @param policyHides whether the clause of the case's verdict hides a comment
   * @param at when the connector read it
   * @return empty if the visibility is unchanged
   */
  public static Optional<CaseChange> seen(
      Case now, Visibility visibility, boolean policyHides, Instant at) {
    if (now.situation().visibility() == visibility) {
      return Optional.empty();
    }
    // The effect of our own order may be seen before its result arrives, even the effect of an
    // order that the newest one replaced. Only the newest order's result closes it.
    boolean ours =
        visibility == Visibility.DELETED
            ? now.situation().deleting()
            : now.situation().ordered()
                || visibility == Visibility.VISIBLE && now.situation().held();
    ActionState action = ours || now.situation().deleting() ? now.action() : actionSeen(visibility);
    // No connector reads what is elsewhere.
    String kind =
        switch (visibility) {
          case DELETED -> ours ? "seen-deleted" : "deleted-on-platform";
          case HIDDEN -> ours ? "seen-hidden" : "hidden-on-platform";
          case VISIBLE, ELSEWHERE -> ours ? "seen-visible" : "restored-on-platform";
        };
    Event event = new Event(INGEST, kind, "", now.id() + "/" + kind + "/" + at);
    if (!ours && !now.situation().deleting()) {
      Optional<CaseChange> against =
          OnDisagreement.change(now, now.seen(visibility, action), policyHides, event, at);
      if (against.isPresent()) {
        return against;
      }
    }
    return Optional.of(
        now.situation().held() && !ours
            ? overtaken(now, now.seen(visibility, action), event)
            : CaseChange.noted(now.seen(visibility, action), event));
  }

  /** Others hid it before our waiting hide, which is now unnecessary. */
  private static CaseChange overtaken(Case now, Case after, Event event) {
    Event cancelled =
        new Event(
            INGEST,
            "hide-cancelled",
            "Readers no longer see the comment: the hide that waited is not needed.",
            "action/" + now.actionId().orElseThrow() + "/hide-cancelled");
    return CaseChange.settled(
        after,
        now.actionId().orElseThrow(),
        CaseChange.Fate.CANCELLED,
        CaseChange.Strike.UNCHANGED,
        List.of(event, cancelled));
  }

  private static ActionState actionSeen(Visibility visibility) {
    return switch (visibility) {
      case DELETED -> ActionState.GONE;
      case HIDDEN -> ActionState.HIDDEN;
      case VISIBLE, ELSEWHERE -> ActionState.RESTORED;
    };
  }

  /**
   * Records that the platform is in the ordered state.
   *
   * @param applied false if it already was
   */
  public static CaseChange taken(Case now, UUID actionId, Action action, boolean applied) {
    Visibility visibility =
        switch (action) {
          case HIDE -> Visibility.HIDDEN;
          case RESTORE -> Visibility.VISIBLE;
          case DELETE -> Visibility.DELETED;
        };
    ActionState done = actionSeen(visibility);
    String kind = action == Action.DELETE ? "deleted" : EnumCodes.of(done);
    return CaseChange.noted(
        now.seen(visibility, isNewest(now, actionId) ? done : now.action()),
        result(actionId, kind, applied ? "" : "It was so already."));
  }

  /** Records that the order is still being retried. */
  public static CaseChange retrying(Case now, UUID actionId, String message) {
    return CaseChange.noted(now.unchanged(), result(actionId, "action-retrying", message));
  }

  /**
   * Records that the platform refused the order or cannot do it, so it is not retried. A closed
   * case waits for a person again, because the decision had no effect and no one looks at closed
   * cases.
   *
   * @param message one sentence that says what to do
   */
  public static CaseChange failed(Case now, UUID actionId, String message, Instant at) {
    Event event = result(actionId, "action-failed", message);
    if (!isNewest(now, actionId)) {
      return CaseChange.noted(now.unchanged(), event);
    }
    Case failed = now.seen(now.situation().visibility(), ActionState.FAILED);
    return failed.open()
        ? CaseChange.noted(failed, event)
        : new CaseChange(
            failed.reopened(at),
            List.of(),
            Optional.empty(),
            CaseChange.Strike.UNCHANGED,
            List.of(event, result(actionId, "reopened", "")));
  }

  /** Records that the comment no longer exists there. */
  public static CaseChange gone(Case now, UUID actionId, String message) {
    Case after = now.seen(Visibility.DELETED, ActionState.GONE);
    Event event = result(actionId, "gone", message);
    return now.situation().held() ? overtaken(now, after, event) : CaseChange.noted(after, event);
  }

  /** The result of an order that a newer one replaced does not show the current state. */
  private static boolean isNewest(Case now, UUID actionId) {
    return now.actionId().map(actionId::equals).orElse(true);
  }

  private static Event result(UUID actionId, String kind, String detail) {
    return new Event(INGEST, kind, detail, "action/" + actionId + "/" + kind);
  }
}
