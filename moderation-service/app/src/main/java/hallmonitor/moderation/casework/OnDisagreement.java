package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Fate;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Settled;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.casework.Disagreement.Kind;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What follows when others did the opposite, on the platform, of what a person decided, or of what
 * the policy asks if no one has decided.
 *
 * <p>Something dangerous that the policy hid is hidden again at once, and the people who were asked
 * are informed. That happens once: someone who shows it a second time means it, and the service
 * must not fight with an editor of the site. After that, and in all other cases, the case waits for
 * a person. If it is dangerous, people are notified as for a hide that was not carried out.
 */
final class OnDisagreement {
  /** Something dangerous was shown on the platform, and is hidden again. */
  static final String HIDDEN_AGAIN = "hidden-again";

  private OnDisagreement() {}

  /**
   * Returns what follows.
   *
   * @param seen the case as others left it on the platform
   * @param policyHides whether the clause of its verdict hides a comment
   * @param event the history entry that says what they did
   * @param at when that was read
   * @return empty if no one objects
   */
  static Optional<CaseChange> change(
      Case now, Case seen, boolean policyHides, Event event, Instant at) {
    if (!isAgainst(now, seen.situation().visibility(), policyHides)) {
      return Optional.empty();
    }
    boolean shown = seen.situation().visibility() == Visibility.VISIBLE;
    boolean policys = now.state() == CaseState.OPEN || now.state() == CaseState.CONFIRMED;
    return Optional.of(
        shown && policys && isHiddenByPolicy(now, policyHides) && mayHideAgain(now)
            ? hiddenAgain(now, seen, event)
            : asked(now, seen.disagreed(now.disagreement().with(kind(shown))), event, at));
  }

  private static boolean isAgainst(Case now, Visibility seen, boolean policyHides) {
    boolean wasHidden = now.action() == ActionState.HIDDEN || now.action() == ActionState.GONE;
    return switch (now.state()) {
      case RESTORED, DISMISSED -> seen == Visibility.HIDDEN;
      case HIDDEN, CONFIRMED -> seen == Visibility.VISIBLE && wasHidden;
      case OPEN ->
          seen == Visibility.VISIBLE
              && wasHidden
              && isHiddenByPolicy(now, policyHides)
              && !isWantedVisible(now);
    };
  }

  /** Others hid what a person wants visible; when they show it again, they agree. */
  private static boolean isWantedVisible(Case now) {
    return now.disagreement().newest() == Kind.HIDDEN;
  }

  private static boolean isHiddenByPolicy(Case now, boolean policyHides) {
    return policyHides && now.verdict().outcome() != PolicyOutcome.REVIEW;
  }

  private static boolean mayHideAgain(Case now) {
    return now.dangerous() && !now.disagreement().hiddenAgain();
  }

  private static Kind kind(boolean shown) {
    return shown ? Kind.SHOWN : Kind.HIDDEN;
  }

  private static CaseChange hiddenAgain(Case now, Case seen, Event event) {
    Order order =
        new Order(
            CaseIds.ofAction(
                now.id(), now.verdict().revision(), Action.HIDE, now.version().number() + 1),
            Action.HIDE,
            now.verdict().clause(),
            Order.POLICY,
            "It was shown again on the platform, against the policy.",
            Optional.empty());
    Event again =
        new Event(
            Order.POLICY,
            HIDDEN_AGAIN,
            "Someone showed it on the platform again. If it happens a second time, a person decides.",
            now.id() + "/" + HIDDEN_AGAIN + "/v" + now.version().number());
    Case after =
        new Case(
            seen.subject(),
            seen.verdict(),
            seen.place(),
            new CaseSituation(seen.state(), ActionState.HIDE_ORDERED, Visibility.VISIBLE),
            Optional.of(order.actionId()),
            seen.harmless(),
            new Disagreement(Kind.SHOWN, true),
            seen.version());
    return new CaseChange(
        after, List.of(order), Optional.empty(), Strike.UNCHANGED, List.of(event, again));
  }

  /** Others have the last word until a person decides. */
  private static CaseChange asked(Case now, Case after, Event event, Instant at) {
    List<Event> events = new ArrayList<>(List.of(event));
    if (!now.open()) {
      String kind = "reopened";
      events.add(
          new Event(
              OnPlatform.INGEST,
              kind,
              "On the platform it is otherwise than decided here.",
              now.id() + "/" + kind + "/v" + now.version().number()));
    }
    boolean alarming = now.dangerous() && after.situation().visibility() == Visibility.VISIBLE;
    return new CaseChange(
        now.open() ? after : after.reopened(at),
        List.of(),
        Optional.empty(),
        Strike.UNCHANGED,
        events,
        now.actionId().filter(hide -> alarming).map(hide -> new Settled(hide, Fate.UNDONE)),
        Optional.empty());
  }
}
