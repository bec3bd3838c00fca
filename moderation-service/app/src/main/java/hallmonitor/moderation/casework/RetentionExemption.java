package hallmonitor.moderation.casework;

/** Why a record that is old enough is not disposed of: the first of these that holds. */
public enum RetentionExemption {
  /** A hold covers it. */
  HOLD,
  /** Evidence of it was taken, or it was escalated: a class of records of its own. */
  EVIDENCE,
  OPEN_CASE,
  /** Something that was ordered, a hide or a reply, is not done yet. */
  UNDER_WAY,
  /** An objection is not decided. */
  APPEAL,
  /** Its author is blocked, or somebody proposes that. */
  BLOCK,
  /** It was drawn for the check of what was allowed, and nobody has answered. */
  SAMPLE,
  /** Something happened to it later: it was edited, judged, decided. */
  YOUNGER,
  /** The reports' counts of the days when it was judged are not closed. */
  UNCOUNTED
}
