package hallmonitor.moderation.console.objections;

/**
 * How appeals against hides under one clause ended.
 *
 * @param open still to be decided
 */
public record ClauseFigure(String clause, int open, int upheld, int overturned) {
  public int getDecided() {
    return upheld + overturned;
  }

  /** From 0 to 1; 0 when none is decided. */
  public double getShare() {
    return getDecided() == 0 ? 0 : overturned / (double) getDecided();
  }
}
