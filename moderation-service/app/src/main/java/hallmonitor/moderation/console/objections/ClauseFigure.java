package hallmonitor.moderation.console.objections;

/**
 * The outcomes of appeals against hides under one clause.
 *
 * @param open not decided yet
 */
public record ClauseFigure(String clause, int open, int upheld, int overturned) {
  public int getDecided() {
    return upheld + overturned;
  }

  /** Returns the overturned share, from 0 to 1; 0 if none is decided. */
  public double getShare() {
    return getDecided() == 0 ? 0 : overturned / (double) getDecided();
  }
}
