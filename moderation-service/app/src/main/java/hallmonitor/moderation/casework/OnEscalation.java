package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Escalation;
import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.finding.Category;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The effects of a manual escalation on a case: people are told, evidence is captured, and a closed
 * case waits for a person again. The comment does not change.
 */
public final class OnEscalation {
  /** The kind of the history entry. */
  public static final String BY_HAND = "escalated-by-hand";

  private OnEscalation() {}

  /**
   * Applies an escalation.
   *
   * @param revision the newest one, which is captured
   * @param at when this is decided
   */
  public static CaseChange change(Case now, HandEscalation asked, String revision, Instant at) {
    Case urgent = now.atLeast(asked.urgency());
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
}
