package hallmonitor.moderation.casework;

import hallmonitor.moderation.casework.CaseChange.Event;
import hallmonitor.moderation.casework.CaseChange.Strike;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The effects of a tip about a comment that has a case. The comment does not change: a tip never
 * hides anything by itself, because then anyone could silence anyone.
 */
public final class OnTip {
  /** Who does it in histories and the audit log, so that they never name the reporter. */
  public static final String ACTOR = "tip";

  /** The kind of the history entry. */
  public static final String RECEIVED = "tip-received";

  private OnTip() {}

  /**
   * Joins the case. The first tip sends a decided case back to the queue if readers still see the
   * comment. Later ones don't, so that no one can keep others busy with what was decided.
   *
   * @param words of the reporter
   * @param first whether there was no tip about the case before
   * @param at when it was received
   */
  public static CaseChange joined(
      Case now, UUID tipId, TipUrgency urgency, String words, boolean first, Instant at) {
    boolean again =
        !now.open() && first && !now.situation().endsHidden() && !now.situation().gone();
    Case after =
        now.open()
            ? now.atLeast(urgency.inQueue()).unchanged()
            : again ? now.atLeast(urgency.inQueue()).reopened(at) : now.unchanged();
    return new CaseChange(
        after,
        List.of(),
        Optional.empty(),
        Strike.UNCHANGED,
        List.of(new Event(ACTOR, RECEIVED, words, "tip/" + tipId)));
  }
}
