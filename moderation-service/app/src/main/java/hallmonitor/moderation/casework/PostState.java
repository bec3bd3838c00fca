package hallmonitor.moderation.casework;

import java.util.Collection;

/** Where a post of the district's own stands. */
public enum PostState {
  /** Nothing was ever found in it. */
  FINE,
  /** Something was found, and somebody must act. */
  OPEN,
  /** The newest version no longer has what was found. */
  MENDED,
  /** A person closed the finding with a reason. */
  ACCEPTED;

  /**
   * Returns the state after a judgment of the newest version.
   *
   * @param signs what clauses hold for; empty if none holds
   * @param signsBefore those of the judgment before
   */
  public PostState after(Collection<String> signs, Collection<String> signsBefore) {
    if (signs.isEmpty()) {
      return this == FINE ? FINE : MENDED;
    }
    return this == ACCEPTED && signsBefore.containsAll(signs) ? ACCEPTED : OPEN;
  }
}
