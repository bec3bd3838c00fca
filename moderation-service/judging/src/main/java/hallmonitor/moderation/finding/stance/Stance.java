package hallmonitor.moderation.finding.stance;

/** How a comment speaks of the district, its schools, its board and those who work for them. */
public enum Stance {
  CRITICAL,
  SUPPORTIVE,
  /** Of something else, of both alike, or in words that {@link StanceRules} does not know. */
  NEITHER
}
