package hallmonitor.moderation.casework;

/** What is disposed of together, and kept for the same time. */
public enum RecordKind {
  /** Comments that the policy allowed and that never had a case. */
  ALLOWED_COMMENTS,
  /** Comments with a case that was decided, and what people wrote about them. */
  DECIDED_CASES
}
