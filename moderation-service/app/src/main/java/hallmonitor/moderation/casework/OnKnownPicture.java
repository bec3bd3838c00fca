package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Strike;
import hallmonitor.moderation.policy.Clause.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What follows when a picture that was just listed is found in an earlier comment that has a case.
 * A person looks at it; nothing is hidden and no one is notified, because one wrong listing would
 * otherwise do that to years of comments at once.
 */
public final class OnKnownPicture {
  /** Who does it in histories and the audit log. */
  public static final String ACTOR = "known-picture";

  /** The kind of the history entry. */
  public static final String FOUND = "known-picture-found";

  private OnKnownPicture() {}

  /**
   * Sends a decided case back to the queue if readers still see the comment.
   *
   * @param key of the known picture
   * @param why one sentence for people
   */
  public static CaseChange found(Case now, String key, Urgency urgency, String why, Instant at) {
    boolean again = !now.open() && !now.situation().endsHidden() && !now.situation().gone();
    Case after =
        now.open()
            ? now.atLeast(urgency).unchanged()
            // Not in the danger lane, where people are notified when nobody decides in time.
            : again ? now.escalated(urgency).reopened(at) : now.unchanged();
    return new CaseChange(
        after,
        List.of(),
        Optional.empty(),
        Strike.UNCHANGED,
        List.of(new Event(ACTOR, FOUND, why, now.id() + "/" + key)));
  }
}
