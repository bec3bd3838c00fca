package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Escalation;
import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Hold;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.policy.Verdict.ClauseHit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a verdict does to the comment's case.
 *
 * <p>An edit never makes an open case milder and never shows a hidden comment again: what was
 * written was written, and only a person can say that the matter is over. An edit that breaks the
 * policy opens a decided case again, and so does the same text when it is judged anew, by another
 * policy say: unless a person marked that text harmless, and the new verdict is no graver than the
 * one that they looked at.
 *
 * <p>The hide of a comment that is escalated waits until its evidence is sealed.
 */
public final class OnVerdict {
  private final JudgedRevision judged;
  private final Instant now;

  private OnVerdict(JudgedRevision judged, Instant now) {
    this.judged = judged;
    this.now = now;
  }

  /**
   * @param before the comment's case, if it has one
   * @param now when this is decided
   * @return empty when the verdict concerns no case
   */
  public static Optional<CaseChange> change(
      Optional<Case> before, JudgedRevision judged, Instant now) {
    OnVerdict on = new OnVerdict(judged, now);
    if (before.isEmpty()) {
      return on.allowed() ? Optional.empty() : Optional.of(on.openOrUpdate(Optional.empty()));
    }
    Case known = before.get();
    if (on.allowed()) {
      return on.harmlessEdit(known);
    }
    if (on.isMarkedHarmless(known)) {
      return Optional.of(
          CaseChange.noted(
              known.seen(known.visibility(), known.action()),
              on.event(
                  known.id(),
                  "judged-again",
                  "A person marked this text harmless until it is edited; nothing changes.")));
    }
    boolean milder = on.outcome().compareTo(known.outcome()) < 0;
    return Optional.of(known.open() && milder ? on.milderEdit(known) : on.openOrUpdate(before));
  }

  private boolean allowed() {
    return judged.verdict().outcome() == PolicyOutcome.ALLOW;
  }

  private PolicyOutcome outcome() {
    return judged.longPast() ? PolicyOutcome.REVIEW : judged.verdict().outcome();
  }

  private boolean isMarkedHarmless(Case known) {
    return !known.open()
        && known.harmless().filter(judged.revision()::equals).isPresent()
        && outcome().compareTo(known.outcome()) <= 0;
  }

  private Optional<CaseChange> harmlessEdit(Case known) {
    if (known.open()) {
      return Optional.of(
          edited(known.reopened(known.openedAt()), "The new text breaks no clause."));
    }
    if (known.endsHidden()) {
      return Optional.of(
          edited(
              known.reopened(now),
              "The new text breaks no clause; the comment stays hidden until a person decides."));
    }
    return Optional.of(edited(known, "The new text breaks no clause; nothing changes."));
  }

  private CaseChange milderEdit(Case known) {
    return edited(
        known.reopened(known.openedAt()),
        "The new text breaks the policy less than the earlier one, which stays the matter.");
  }

  private CaseChange edited(Case after, String detail) {
    return CaseChange.noted(after, event(after.id(), "edited", detail));
  }

  /**
   * The verdict becomes the case's matter: the case opens, or opens again, and what follows is
   * ordered.
   */
  private CaseChange openOrUpdate(Optional<Case> before) {
    UUID id = CaseIds.ofCase(judged.comment());
    Verdict verdict = judged.verdict();
    Optional<Clause> clause = verdict.decisive().map(ClauseHit::clause);
    List<Event> events = new ArrayList<>();
    events.add(event(id, opening(before), describe(verdict)));

    boolean hide = !judged.longPast() && verdict.hides() && readersWillSeeIt(before);
    Optional<Escalation> escalation =
        clause
            .filter(c -> outcome() == PolicyOutcome.ESCALATE)
            .map(
                c ->
                    new Escalation(
                        CaseIds.ofEscalation(id, judged.revision()),
                        judged.revision(),
                        c,
                        category(verdict),
                        hide));
    List<Order> orders = new ArrayList<>();
    if (hide) {
      orders.add(
          new Order(
              CaseIds.ofAction(id, judged.revision(), Action.HIDE, 0),
              Action.HIDE,
              clause.map(Clause::id).orElse(""),
              Order.POLICY,
              reason(verdict),
              escalation.map(e -> new Hold(e.escalationId()))));
      events.add(
          escalation.isPresent()
              ? event(id, "hide-held", "It waits until the evidence is sealed.")
              : event(id, "hide-ordered", ""));
    }
    escalation.ifPresent(
        e -> events.add(event(id, "escalated", String.join(", ", e.clause().then().roles()))));
    boolean counts = clause.map(c -> c.then().strike()).orElse(false);
    return new CaseChange(
        after(id, before, clause, orders, counts),
        orders,
        escalation,
        counts && outcome() != PolicyOutcome.REVIEW ? Strike.COUNTED : Strike.UNCHANGED,
        events);
  }

  private Case after(
      UUID id, Optional<Case> before, Optional<Clause> clause, List<Order> orders, boolean counts) {
    boolean waits = before.map(Case::open).orElse(false);
    Optional<Order> ordered = orders.stream().findFirst();
    return new Case(
        id,
        judged.comment(),
        judged.building(),
        judged.revision(),
        outcome(),
        clause.map(Clause::id).orElse(""),
        category(judged.verdict()),
        clause.map(c -> c.then().urgency()).orElse(Urgency.SOON),
        counts,
        CaseState.OPEN,
        ordered.map(OnVerdict::ordered).orElseGet(() -> standingAction(before)),
        ordered.map(Order::actionId).or(() -> before.flatMap(Case::actionId)),
        judged.visibility(),
        waits ? before.get().openedAt() : now,
        judged.seenAt(),
        Optional.empty(),
        version(before),
        version(before));
  }

  private static int version(Optional<Case> before) {
    return before.map(b -> b.version() + 1).orElse(0);
  }

  /** A comment that is hidden, or about to be, is not hidden a second time. */
  private boolean readersWillSeeIt(Optional<Case> before) {
    return before.map(Case::endsVisible).orElse(judged.visibility() == Visibility.VISIBLE);
  }

  private static ActionState ordered(Order hide) {
    return hide.hold().isPresent() ? ActionState.HIDE_HELD : ActionState.HIDE_ORDERED;
  }

  private ActionState standingAction(Optional<Case> before) {
    return before
        .map(Case::action)
        .orElse(judged.visibility() == Visibility.HIDDEN ? ActionState.HIDDEN : ActionState.NONE);
  }

  private static String opening(Optional<Case> before) {
    return before.isEmpty() ? "opened" : before.get().open() ? "judged-again" : "reopened";
  }

  private String describe(Verdict verdict) {
    String said = reason(verdict) + history(verdict.strikes());
    return judged.longPast() && verdict.outcome() != PolicyOutcome.REVIEW
        ? said + " It is an old comment, so a person looks before anything is done."
        : said;
  }

  /** What a person may want to know, and what no clause that hides or reports rests on. */
  private static String history(int strikes) {
    return strikes == 0
        ? ""
        : " Its author has "
            + strikes
            + (strikes == 1 ? " strike" : " strikes")
            + " on this account that a person confirmed.";
  }

  /** The clause and the finding behind it, in one sentence or two. */
  static String reason(Verdict verdict) {
    return verdict
        .decisive()
        .map(
            hit ->
                "Clause "
                    + hit.clause().id()
                    + ", "
                    + hit.clause().title()
                    + strongest(hit.findings()).map(f -> ": " + f.why()).orElse("."))
        .or(() -> strongest(verdict.findings()).map(Finding::why))
        .orElse("");
  }

  private static String category(Verdict verdict) {
    return verdict
        .decisive()
        .flatMap(hit -> strongest(hit.findings()))
        .map(Finding::category)
        .orElse(Category.DETECTOR_FAILURE)
        .label();
  }

  private static Optional<Finding> strongest(List<Finding> findings) {
    return findings.stream().max(Comparator.comparingDouble(Finding::score));
  }

  private Event event(UUID id, String kind, String detail) {
    return new Event(Order.POLICY, kind, detail, id + "/" + kind + "/" + judged.revision());
  }
}
