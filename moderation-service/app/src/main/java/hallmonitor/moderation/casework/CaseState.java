package hallmonitor.moderation.casework;

/** The state of a case's review. */
public enum CaseState {
  /** Waits for a person. */
  OPEN,
  /** A person agreed with the policy's action. */
  CONFIRMED,
  /** A person restored the comment. */
  RESTORED,
  /** A person hid the comment. */
  HIDDEN,
  /** A person found nothing wrong. */
  DISMISSED
}
