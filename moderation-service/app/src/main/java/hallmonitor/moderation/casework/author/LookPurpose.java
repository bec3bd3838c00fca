package hallmonitor.moderation.casework.author;

/** What a person opens the page of an author for. */
public enum LookPurpose {
  DECIDE_CASE,
  DECIDE_APPEAL,
  CONSIDER_BLOCK,
  /** A threat, or somebody's safety. */
  SAFETY,
  /** A request for records. */
  ANSWER_REQUEST,
  OTHER
}
