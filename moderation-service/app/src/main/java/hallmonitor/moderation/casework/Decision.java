package hallmonitor.moderation.casework;

import hallmonitor.moderation.policy.Clause;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A person's decision on a case.
 *
 * @param version the case version that the person saw; the decision is rejected if the case has
 *     since changed in a relevant way
 * @param by the person's user name
 * @param clause that the person chose; empty for the case's own
 * @param note the reason, in words; may be empty
 */
public record Decision(
    UUID caseId, int version, Kind kind, String by, Optional<Clause> clause, String note) {
  /** The longest reason, in UTF-16 units. */
  public static final int LONGEST_NOTE = 2_000;

  public enum Kind {
    /** The automatic hide was right. */
    CONFIRM,
    /** The hide was wrong, or is no longer needed: show the comment again. */
    RESTORE,
    /** Hide what the policy only sent to review. */
    HIDE,
    /** Nothing is wrong with it: it stays visible. */
    DISMISS,
    /**
     * The newest decision was a mistake: the case waits for a person again, and its order is
     * undone.
     */
    UNDO,
    /**
     * This text is harmless: the comment is shown, and stays out of the queue until its author
     * edits it, even if the same text is judged again.
     */
    HARMLESS
  }

  /** Creates a decision that rests on the case's own clause. */
  public Decision(UUID caseId, int version, Kind kind, String by, String note) {
    this(caseId, version, kind, by, Optional.empty(), note);
  }

  public Decision {
    Objects.requireNonNull(caseId, "caseId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(note, "note");
  }
}
