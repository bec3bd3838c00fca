package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Escalation;
import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Hold;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict.ClauseHit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The effects of a verdict on the comment's case.
 *
 * <p>An edit never makes an open case milder and never shows a hidden comment again; only a person
 * can close the matter. An edit that breaks the policy reopens a decided case, and so does judging
 * the same text again, for example by a new policy, unless a person marked that text harmless and
 * the new verdict is no more serious than the one that they saw.
 *
 * <p>The hide of an escalated comment waits until its evidence is sealed.
 */
public final class OnVerdict {
  private final JudgedRevision judged;
  private final Instant now;
  private final UUID id;
  private final Optional<Clause> clause;

  private OnVerdict(JudgedRevision judged, Instant now) {
    this.judged = judged;
    this.now = now;
    this.id = CaseIds.ofCase(judged.comment());
    this.clause = judged.verdict().decisive().map(ClauseHit::clause);
  }

  /**
   * Applies a verdict.
   *
   * @param before the comment's case, if it has one
   * @param now when this is decided
   * @return empty if the verdict concerns no case
   */
  public static Optional<CaseChange> change(
      Optional<Case> before, JudgedRevision judged, Instant now) {
    OnVerdict on = new OnVerdict(judged, now);
    if (before.isEmpty()) {
      return judged.allowed() ? Optional.empty() : Optional.of(on.openOrUpdate(before));
    }
    Case present = before.get();
    if (on.isNoNews(present)) {
      return Optional.empty();
    }
    if (judged.allowed()) {
      return Optional.of(on.harmlessEdit(present));
    }
    if (on.isMarkedHarmless(present)) {
      return Optional.of(
          CaseChange.noted(
              present.unchanged(),
              on.event(
                  "judged-again",
                  "A person marked this text harmless until it is edited; nothing changes.")));
    }
    boolean milder = on.compareTo(present) < 0;
    return Optional.of(present.open() && milder ? on.milderEdit(present) : on.openOrUpdate(before));
  }

  /**
   * Whether this says no more than the case's verdict, of an older revision, or, as a second look,
   * of the same one. Then what people did meanwhile stays as it is.
   */
  private boolean isNoNews(Case present) {
    int age = judged.seenAt().compareTo(present.verdict().seenAt());
    return (judged.secondLook() ? age <= 0 : age < 0) && !isMoreSerious(present);
  }

  private boolean isMoreSerious(Case present) {
    int outcome = judged.outcome().compareTo(present.verdict().outcome());
    return outcome > 0
        || outcome == 0
            && !judged.allowed()
            && (urgency().compareTo(present.place().urgency()) < 0 || hidesAtLast(present));
  }

  /**
   * Whether the second look hides what the first left visible, such as a threat in a report of
   * harm, and nobody has acted since.
   */
  private boolean hidesAtLast(Case present) {
    return isSecondOf(Optional.of(present))
        && judged.hides()
        && present.open()
        && present.actionId().isEmpty()
        && present.situation().endsVisible();
  }

  /** Whether the first look said something else of the same text. */
  private boolean isSecondOf(Optional<Case> before) {
    return judged.secondLook()
        && before.filter(b -> b.verdict().revision().equals(judged.revision())).isPresent();
  }

  private boolean isMarkedHarmless(Case present) {
    return !present.open()
        && present.harmless().filter(judged.revision()::equals).isPresent()
        && compareTo(present) <= 0;
  }

  /** Compares by outcome; among reviews, a danger is more serious than the rest. */
  private int compareTo(Case present) {
    int outcome = judged.outcome().compareTo(present.verdict().outcome());
    return outcome == 0 && judged.outcome() == PolicyOutcome.REVIEW
        ? Boolean.compare(
            urgency() == Urgency.IMMEDIATE, present.place().urgency() == Urgency.IMMEDIATE)
        : outcome;
  }

  private CaseChange harmlessEdit(Case present) {
    if (present.open()) {
      return edited(present.reopened(present.place().openedAt()), "The new text breaks no clause.");
    }
    return present.situation().endsHidden()
        ? edited(
            present.reopened(now),
            "The new text breaks no clause; the comment stays hidden until a person decides.")
        : edited(present, "The new text breaks no clause; nothing changes.");
  }

  private CaseChange milderEdit(Case present) {
    return edited(
        present.reopened(present.place().openedAt()),
        "The new text breaks the policy less than the earlier one, which stays the matter.");
  }

  private CaseChange edited(Case after, String detail) {
    return CaseChange.noted(after, event("edited", detail));
  }

  /** Opens or reopens the case with this verdict, and creates the orders. */
  private CaseChange openOrUpdate(Optional<Case> before) {
    // What was done since the first look, by the platform or by a person, is not done over.
    boolean hide =
        judged.hides()
            && readersWillSeeIt(before)
            && !(isSecondOf(before) && before.flatMap(Case::actionId).isPresent());
    Optional<Escalation> escalation =
        clause.filter(c -> judged.escalates()).map(c -> escalation(c, hide, before));
    Optional<Order> order = hide ? Optional.of(hide(escalation)) : Optional.empty();
    List<Event> events = new ArrayList<>();
    if (judged.secondLook()) {
      events.add(event(judged.pictures() == 0 ? "second-look" : "picture-look", ""));
    }
    events.add(event(opening(before), VerdictReason.inFull(judged)));
    order.ifPresent(
        o ->
            events.add(
                o.hold().isPresent()
                    ? event("hide-held", "It waits until the evidence is sealed.")
                    : event("hide-ordered", "")));
    escalation.ifPresent(
        e -> events.add(event("escalated", String.join(", ", e.clause().then().roles()))));
    return new CaseChange(
        after(before, order),
        order.stream().toList(),
        escalation,
        strikes() && judged.outcome() != PolicyOutcome.REVIEW ? Strike.COUNTED : Strike.UNCHANGED,
        events);
  }

  private Escalation escalation(Clause decisive, boolean hide, Optional<Case> before) {
    return new Escalation(
        CaseIds.ofEscalation(
            id, isSecondOf(before) ? judged.revision() + "/" + look() : judged.revision()),
        judged.revision(),
        decisive,
        VerdictReason.category(judged.verdict()),
        hide,
        Optional.empty());
  }

  /** Names the look: what a later picture adds is news, and has ids of its own. */
  private String look() {
    return judged.pictures() == 0 ? "second-look" : "pictures-" + judged.pictures();
  }

  private Order hide(Optional<Escalation> escalation) {
    return new Order(
        CaseIds.ofAction(id, judged.revision(), Action.HIDE, 0),
        Action.HIDE,
        clauseId(),
        Order.POLICY,
        VerdictReason.of(judged.verdict()),
        escalation.map(e -> new Hold(e.escalationId())));
  }

  private Case after(Optional<Case> before, Optional<Order> hide) {
    return new Case(
        new CaseSubject(id, judged.comment(), judged.building()),
        new CaseVerdict(
            judged.revision(),
            judged.outcome(),
            clauseId(),
            VerdictReason.category(judged.verdict()),
            strikes(),
            judged.seenAt()),
        new QueuePlace(
            urgency(),
            before.filter(Case::open).map(b -> b.place().openedAt()).orElse(now),
            laneSince(before.filter(Case::open))),
        new CaseSituation(
            CaseState.OPEN,
            hide.map(OnVerdict::ordered).orElseGet(() -> standingAction(before)),
            judged.visibility()),
        hide.map(Order::actionId).or(() -> before.flatMap(Case::actionId)),
        Optional.empty(),
        before
            .filter(b -> b.verdict().revision().equals(judged.revision()))
            .map(Case::disagreement)
            .orElse(Disagreement.NONE),
        before.map(b -> b.version().next()).orElse(CaseVersion.FIRST));
  }

  /** An old comment that would be in the danger lane is a review like others. */
  private Urgency urgency() {
    return judged.longPast() && judged.verdict().dangerLane()
        ? Urgency.DIGEST
        : clause.map(c -> c.then().urgency()).orElse(Urgency.SOON);
  }

  /**
   * An edit neither takes a waiting case out of the lane, nor gives it more time, nor puts it back
   * into it if someone has been notified already.
   */
  private Optional<Instant> laneSince(Optional<Case> waiting) {
    if (judged.escalates()) {
      return Optional.empty();
    }
    return waiting
        .flatMap(b -> b.place().laneSince())
        .or(
            () ->
                judged.dangerLane() && waiting.map(OnVerdict::wasNoDanger).orElse(true)
                    ? Optional.of(now)
                    : Optional.empty());
  }

  private static boolean wasNoDanger(Case waiting) {
    return waiting.place().urgency() == Urgency.DIGEST;
  }

  private String clauseId() {
    return clause.map(Clause::id).orElse("");
  }

  private boolean strikes() {
    return clause.map(c -> c.then().strike()).orElse(false);
  }

  /** A hidden comment, or one about to be hidden, is not hidden again. */
  private boolean readersWillSeeIt(Optional<Case> before) {
    return before
        .map(b -> b.situation().endsVisible())
        .orElse(judged.visibility() == Visibility.VISIBLE);
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

  private Event event(String kind, String detail) {
    String dedupe = id + "/" + kind + "/" + judged.revision();
    return new Event(
        Order.POLICY, kind, detail, judged.pictures() == 0 ? dedupe : dedupe + "/" + look());
  }
}
