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

/**
 * The effects of an escalation that comes after the verdict, by a person or because nobody decided
 * a case of the danger lane in time: people are told, evidence is captured, and a closed case waits
 * for a person again. The comment does not change.
 */
public final class OnEscalation {
  /** The kind of the history entry. */
  public static final String BY_HAND = "escalated-by-hand";

  /** The kind of the history entry when nobody decided a case of the danger lane. */
  public static final String NOT_IN_TIME = "not-decided-in-time";

  /** Who is told then; the escalation file says who is told after them. */
  private static final List<String> ADMINISTRATOR = List.of("account-administrator");

  private OnEscalation() {}

  /**
   * Applies an escalation.
   *
   * @param revision the newest one, which is captured
   * @param at when this is decided
   */
  public static CaseChange change(Case now, HandEscalation asked, String revision, Instant at) {
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
                false)),
        Strike.UNCHANGED,
        List.of(event));
  }

  /**
   * Escalates a case whose time in the danger lane is up.
   *
   * @param now in the lane
   * @param clause of its verdict
   * @param revision the newest one, which is captured
   * @param decideBy when somebody should have decided
   */
  public static CaseChange timeUp(Case now, Clause clause, String revision, Instant decideBy) {
    Consequence told =
        new Consequence(
            PolicyOutcome.ESCALATE, false, ADMINISTRATOR, Urgency.SOON, clause.then().strike());
    String of = "/danger-lane/v" + now.version().number();
    return new CaseChange(
        now.escalated(Urgency.SOON).reopened(now.place().openedAt()),
        List.of(),
        Optional.of(
            new Escalation(
                CaseIds.ofEscalationFromLane(now.id(), now.version().number()),
                revision,
                new Clause(clause.id(), clause.title(), clause.wording(), clause.when(), told),
                now.verdict().category(),
                false)),
        Strike.UNCHANGED,
        List.of(
            new Event(
                Order.POLICY,
                NOT_IN_TIME,
                "It waited in the danger lane, and nobody decided by %s."
                    .formatted(decideBy.truncatedTo(ChronoUnit.SECONDS)),
                now.id() + "/" + NOT_IN_TIME + of),
            new Event(
                Order.POLICY,
                "escalated",
                String.join(", ", told.roles()),
                now.id() + "/escalated" + of)));
  }
}
