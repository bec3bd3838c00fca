package hallmonitor.moderation.casework;

/** Where a case stands with the people who look at it. */
public enum CaseState {
  /** Waits for a person. */
  OPEN,
  /** A person agreed with what the policy did. */
  CONFIRMED,
  /** A person had the comment shown again. */
  RESTORED,
  /** A person had the comment hidden. */
  HIDDEN,
  /** A person found nothing wrong. */
  DISMISSED
}
