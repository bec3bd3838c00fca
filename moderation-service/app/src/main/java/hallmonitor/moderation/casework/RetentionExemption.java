package hallmonitor.moderation.casework;

/** Why a record that is old enough is not disposed of; the first reason that applies. */
public enum RetentionExemption {
  /** A hold covers it. */
  HOLD,
  /** It has evidence or was escalated, which makes it a separate class of records. */
  EVIDENCE,
  OPEN_CASE,
  /** An order, such as a hide or a reply, is not done yet. */
  UNDER_WAY,
  /** An appeal is not decided. */
  APPEAL,
  /** Its author is blocked, or a block is proposed. */
  BLOCK,
  /** It is an unanswered sample of the check of allowed comments. */
  SAMPLE,
  /** It changed later: edited, judged, or decided. */
  YOUNGER,
  /** The report counts of its days are not final. */
  UNCOUNTED
}
