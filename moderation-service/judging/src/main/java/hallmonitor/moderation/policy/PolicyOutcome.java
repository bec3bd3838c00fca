package hallmonitor.moderation.policy;

/** The policy's answers, from the mildest to the strongest. */
public enum PolicyOutcome {
  ALLOW,
  /** A person looks at it; it stays visible. */
  REVIEW,
  /** It is hidden, reversibly, and a person confirms that. */
  HIDE,
  /**
   * It is captured, hidden where the clause says so, and reported to the building's administration.
   */
  ESCALATE
}
