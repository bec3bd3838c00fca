package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What news from the platform does to a case: results of our orders, and what others did there. */
public final class OnPlatform {
  private static final String INGEST = "ingest";

  private OnPlatform() {}

  /**
   * The comment was read and is not as visible as it was known to be. It is noted; nobody's action
   * on the platform is undone.
   *
   * @param at when the connector read it
   * @return empty when it is as visible as the case knows
   */
  public static Optional<CaseChange> seen(Case now, Visibility visibility, Instant at) {
    if (now.situation().visibility() == visibility) {
      return Optional.empty();
    }
    // Our own order may be seen done before its result arrives, and so may one that the newest has
    // overtaken: the newest one's result is what closes it.
    boolean ours =
        visibility == Visibility.DELETED
            ? now.situation().deleting()
            : now.situation().ordered()
                || visibility == Visibility.VISIBLE && now.situation().held();
    ActionState action = ours || now.situation().deleting() ? now.action() : actionSeen(visibility);
    String kind =
        switch (visibility) {
          case DELETED -> ours ? "seen-deleted" : "deleted-on-platform";
          case HIDDEN -> ours ? "seen-hidden" : "hidden-on-platform";
          case VISIBLE -> ours ? "seen-visible" : "restored-on-platform";
        };
    Event event = new Event(INGEST, kind, "", now.id() + "/" + kind + "/" + at);
    return Optional.of(
        now.situation().held() && !ours
            ? overtaken(now, now.seen(visibility, action), event)
            : CaseChange.noted(now.seen(visibility, action), event));
  }

  /** What others did there came before the hide that waits, which would only repeat it. */
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
      case VISIBLE -> ActionState.RESTORED;
    };
  }

  /**
   * The platform is in the state that was ordered.
   *
   * @param applied false when it was so already
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
        result(now, actionId, kind, applied ? "" : "It was so already."));
  }

  /** It is still being tried. */
  public static CaseChange retrying(Case now, UUID actionId, String message) {
    return CaseChange.noted(now.unchanged(), result(now, actionId, "action-retrying", message));
  }

  /**
   * The platform refused it or cannot do it; nothing is tried any more. A case that was closed
   * waits for a person again: what was decided did not come about, and nobody looks among the
   * closed ones.
   *
   * @param message one sentence that says what to do
   */
  public static CaseChange failed(Case now, UUID actionId, String message, Instant at) {
    Event event = result(now, actionId, "action-failed", message);
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
            List.of(event, result(now, actionId, "reopened", "")));
  }

  /** The comment no longer exists there. */
  public static CaseChange gone(Case now, UUID actionId, String message) {
    Case after = now.seen(Visibility.DELETED, ActionState.GONE);
    Event event = result(now, actionId, "gone", message);
    return now.situation().held() ? overtaken(now, after, event) : CaseChange.noted(after, event);
  }

  /** The result of an order that a newer one has overtaken does not say how things stand. */
  private static boolean isNewest(Case now, UUID actionId) {
    return now.actionId().map(actionId::equals).orElse(true);
  }

  private static Event result(Case now, UUID actionId, String kind, String detail) {
    return new Event(INGEST, kind, detail, "action/" + actionId + "/" + kind);
  }
}
