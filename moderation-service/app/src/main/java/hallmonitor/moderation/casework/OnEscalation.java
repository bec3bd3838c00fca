package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Escalation;
import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Clause.Consequence;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The effects of an escalation that comes after the verdict, by a person, because no one decided a
 * case in the danger lane in time, or because something dangerous could not be hidden: people are
 * notified, evidence is captured, and a closed case waits for a person again. The comment does not
 * change.
 */
public final class OnEscalation {
  /** The kind of the history entry. */
  public static final String BY_HAND = "escalated-by-hand";

  /** The kind of the history entry when no one decided a case in the danger lane. */
  public static final String NOT_IN_TIME = "not-decided-in-time";

  /** The kind of the history entry when something dangerous could not be hidden. */
  public static final String HIDE_NOT_DONE = "hide-not-done";

  /** Who is notified then; the escalation file says who is next. */
  private static final List<String> ADMINISTRATOR = List.of("account-administrator");

  private OnEscalation() {}

  /**
   * Applies an escalation.
   *
   * @param revision the newest one, which is captured
   * @param at when this is decided
   */
  public static CaseChange change(Case now, ManualEscalation asked, String revision, Instant at) {
    Case urgent = now.escalated(asked.urgency());
    Case after = now.open() ? urgent.reopened(now.place().openedAt()) : urgent.reopened(at);
    String category =
        now.verdict().category().equals(Category.DETECTOR_FAILURE.label())
            ? asked.clause().when().get(0).category().label()
            : now.verdict().category();
    Event event =
        new Event(
            asked.by(),
            BY_HAND,
            "Clause %s, to %s. %s"
                .formatted(asked.clause().id(), String.join(", ", asked.roles()), asked.reason()),
            now.id() + "/" + BY_HAND + "/v" + now.version().number());
    return new CaseChange(
        after,
        List.of(),
        Optional.of(
            new Escalation(
                CaseIds.ofEscalationByHand(now.id(), now.version().number()),
                revision,
                asked.applied(),
                category,
                false,
                Optional.empty())),
        Strike.UNCHANGED,
        List.of(event));
  }

  /**
   * Escalates a case that passed its deadline in the danger lane.
   *
   * @param now the case, still in the lane
   * @param clause of its verdict
   * @param revision the newest one, which is captured
   * @param decideBy when someone should have decided
   */
  public static CaseChange timeUp(Case now, Clause clause, String revision, Instant decideBy) {
    String of = "/danger-lane/v" + now.version().number();
    return toAdministrator(
        now.escalated(Urgency.SOON).reopened(now.place().openedAt()),
        CaseIds.ofEscalationFromLane(now.id(), now.version().number()),
        revision,
        clause,
        Urgency.SOON,
        new Event(
            Order.POLICY,
            NOT_IN_TIME,
            "It waited in the danger lane, and nobody decided by %s."
                .formatted(decideBy.truncatedTo(ChronoUnit.SECONDS)),
            now.id() + "/" + NOT_IN_TIME + of),
        now.id() + "/escalated" + of);
  }

  /**
   * Notifies people of something dangerous that could not be hidden: those who were asked already
   * see it in the history; if there are none, the account administrator is asked immediately, and
   * the escalation itself says why.
   *
   * @param actionId the order
   * @param clause of the verdict
   * @param revision the newest one, which is captured
   * @param detail one sentence that says what to do by hand
   * @param asked whether people were asked about the case and have not closed it
   * @param at when this is decided
   */
  public static CaseChange hideNotDone(
      Case now,
      UUID actionId,
      Clause clause,
      String revision,
      String detail,
      boolean asked,
      Instant at) {
    String of = "action/" + actionId + "/";
    Event event = new Event(Order.POLICY, HIDE_NOT_DONE, detail, of + HIDE_NOT_DONE);
    if (asked) {
      return CaseChange.noted(now.unchanged(), event);
    }
    return toAdministrator(
        now.escalated(Urgency.IMMEDIATE).reopened(now.open() ? now.place().openedAt() : at),
        CaseIds.ofEscalationOfHide(actionId),
        revision,
        clause,
        Urgency.IMMEDIATE,
        event,
        of + "escalated");
  }

  private static CaseChange toAdministrator(
      Case after,
      UUID escalationId,
      String revision,
      Clause clause,
      Urgency urgency,
      Event why,
      String dedupe) {
    Consequence told =
        new Consequence(
            PolicyOutcome.ESCALATE, false, ADMINISTRATOR, urgency, clause.then().strike());
    return new CaseChange(
        after,
        List.of(),
        Optional.of(
            new Escalation(
                escalationId,
                revision,
                clause.withConsequence(told),
                after.verdict().category(),
                false,
                Optional.of(why).filter(e -> e.kind().equals(HIDE_NOT_DONE)).map(Event::detail))),
        Strike.UNCHANGED,
        List.of(
            why, new Event(Order.POLICY, "escalated", String.join(", ", told.roles()), dedupe)));
  }
}
