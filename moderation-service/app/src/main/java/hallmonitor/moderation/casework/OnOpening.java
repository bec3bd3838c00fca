package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.policy.PolicyOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What follows when a person opens a case: it waits for a person like one that the policy sent to
 * review. Nothing happens to the comment, and no one is notified, until a person decides that.
 */
public final class OnOpening {
  private OnOpening() {}

  /**
   * Opens a case.
   *
   * @param now when it is opened
   */
  public static CaseChange change(CaseOpening opening, Instant now) {
    UUID id = CaseIds.ofCase(opening.comment());
    Case opened =
        new Case(
            new CaseSubject(id, opening.comment(), opening.building()),
            new CaseVerdict(
                opening.revision(),
                PolicyOutcome.REVIEW,
                opening.clause().id(),
                opening.clause().when().get(0).category().label(),
                opening.clause().then().strike(),
                opening.seenAt()),
            new QueuePlace(opening.urgency(), now, Optional.empty()),
            new CaseSituation(
                CaseState.OPEN,
                opening.visibility() == Visibility.HIDDEN ? ActionState.HIDDEN : ActionState.NONE,
                opening.visibility()),
            Optional.empty(),
            Optional.empty(),
            Disagreement.NONE,
            CaseVersion.FIRST);
    return new CaseChange(
        opened,
        List.of(),
        Optional.empty(),
        Strike.UNCHANGED,
        List.of(
            new Event(
                opening.by(),
                "opened",
                opening.why(),
                id + "/opened-by-a-person/" + opening.revision())));
  }
}
