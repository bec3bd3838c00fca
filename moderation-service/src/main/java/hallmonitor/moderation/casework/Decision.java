package hallmonitor.moderation.casework;

import java.util.Objects;
import java.util.UUID;

/**
 * A person's decision on a case.
 *
 * @param version the case's version that the person looked at; a case that changed since is not
 *     decided over
 * @param by the person's user name
 * @param note the reason, in words; may be empty
 */
public record Decision(UUID caseId, int version, Kind kind, String by, String note) {
  public enum Kind {
    /** The automatic hide was right. */
    CONFIRM,
    /** The hide was wrong, or is no longer needed: show the comment again. */
    RESTORE,
    /** Hide what the policy only put before a person. */
    HIDE,
    /** Nothing is wrong with it: it stays visible. */
    DISMISS,
    /**
     * This text is harmless: the comment is shown, and stays out of the queue until its author
     * edits it, even when the same text is judged again.
     */
    HARMLESS
  }

  public Decision {
    Objects.requireNonNull(caseId, "caseId");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(note, "note");
  }
}
