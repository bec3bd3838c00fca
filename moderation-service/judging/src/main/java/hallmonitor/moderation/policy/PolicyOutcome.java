package hallmonitor.moderation.policy;

/** The policy's answers, from mildest to strongest. */
public enum PolicyOutcome {
  ALLOW,
  /** Stays visible until a person reviews it. */
  REVIEW,
  /** Hidden, reversibly, until a person confirms or reverses it. */
  HIDE,
  /**
   * Captured as evidence, hidden if the clause says so, and reported to the building's
   * administration.
   */
  ESCALATE
}
