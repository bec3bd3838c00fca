package hallmonitor.moderation.finding.stance;

/** How a comment talks about the district, its schools, its board and its employees. */
public enum Stance {
  CRITICAL,
  SUPPORTIVE,
  /** About something else, balanced, or in words that {@link StanceRules} does not know. */
  NEITHER
}
