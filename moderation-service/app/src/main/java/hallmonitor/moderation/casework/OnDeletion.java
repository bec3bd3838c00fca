package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Decided;
import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * The effects of an approved deletion on a case. It cannot be undone, so the case closes; its
 * evidence and the archive remain.
 */
public final class OnDeletion {
  private OnDeletion() {}

  /** Returns why the comment cannot be deleted now; empty if it can. */
  public static Optional<Sentence> refusal(Case now) {
    if (now.situation().allowsDeletion()) {
      return Optional.empty();
    }
    return Optional.of(
        now.situation().gone()
            ? Sentence.of("The comment no longer exists on the platform.")
            : now.situation().held()
                ? Sentence.of(
                    "The hide is waiting for evidence. Try again once the evidence is sealed.")
                : Sentence.of("It is already being deleted."));
  }

  /**
   * Applies a deletion.
   *
   * @param proposal approved
   * @param by who approved it
   * @throws Decisions.NotLegal if the comment cannot be deleted now
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
    // Keeps an earlier decision; a waiting case is decided by this.
    return now.open()
        ? change.withDecision(new Decided(by, proposal.clause(), proposal.reason()))
        : change;
  }
}
