package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Decided;
import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * What an approved deletion does to a case. Nothing undoes it, so the case closes: its evidence and
 * the archive are what is left.
 */
public final class OnDeletion {
  private OnDeletion() {}

  /** Why the comment cannot be deleted now, in words; empty when it can. */
  public static Optional<Sentence> refusal(Case now) {
    if (now.situation().allowsDeletion()) {
      return Optional.empty();
    }
    return Optional.of(
        now.situation().gone()
            ? Sentence.of("The comment no longer exists on the platform.")
            : now.situation().held()
                ? Sentence.of(
                    "Its hide waits for its evidence. Try again once the evidence is sealed.")
                : Sentence.of("Its deletion is ordered already."));
  }

  /**
   * @param proposal approved
   * @param by who approved it
   * @throws Decisions.NotLegal when the comment cannot be deleted now
   */
  public static CaseChange change(Case now, Proposal proposal, String by) {
    refusal(now)
        .ifPresent(
            why -> {
              throw new Decisions.NotLegal(why);
            });
    String reason =
        "Proposed by %s and approved by %s: %s"
            .formatted(proposal.proposedBy(), by, proposal.reason());
    Order order =
        new Order(
            CaseIds.ofAction(
                now.id(), now.verdict().revision(), Action.DELETE, now.version().number() + 1),
            Action.DELETE,
            proposal.clause(),
            by,
            reason,
            Optional.empty());
    CaseState closed = now.open() ? CaseState.HIDDEN : now.state();
    CaseChange change =
        new CaseChange(
            now.with(closed, ActionState.DELETE_ORDERED, Optional.of(order.actionId())),
            List.of(order),
            Optional.empty(),
            Strike.UNCHANGED,
            List.of(
                new Event(
                    by,
                    "delete-ordered",
                    "Clause " + proposal.clause() + ". " + reason,
                    now.id() + "/delete-ordered/v" + now.version().number())));
    // An earlier decision stays the case's; one that waited is decided by this.
    return now.open()
        ? change.withDecision(new Decided(by, proposal.clause(), proposal.reason()))
        : change;
  }
}
