package hallmonitor.moderation.policy;

/**
 * How near to a clause's threshold a model's score must be to be doubtful.
 *
 * @param below distance below the threshold, 0 to {@link #MOST}; 0 for never
 * @param above distance above the threshold, 0 to {@link #MOST}
 */
public record DoubtfulBand(double below, double above) {
  /** Farther from the threshold nothing is doubtful. */
  public static final double MOST = 0.25;

  /** Everything that can be doubtful. */
  public static final DoubtfulBand WIDEST = new DoubtfulBand(MOST, MOST);

  /** Scores are sums of floating-point numbers; a distance of exactly the limit counts. */
  private static final double ROUNDING = 1e-9;

  public DoubtfulBand {
    if (!(below >= 0 && below <= MOST && above >= 0 && above <= MOST)) {
      throw new IllegalArgumentException(
          "the doubtful band reaches from 0 to " + MOST + " below and above a threshold");
    }
  }

  boolean holdsAbove(double score, double threshold) {
    return score >= threshold && score - threshold <= above + ROUNDING;
  }

  boolean holdsBelow(double score, double threshold) {
    return score < threshold && threshold - score <= below + ROUNDING;
  }
}
