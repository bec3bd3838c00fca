package hallmonitor.moderation.policy.budget;

import hallmonitor.moderation.statistics.Proportion;

/**
 * What a threshold caught on labeled comments that no model was trained on.
 *
 * @param alarms ordinary, harmless comments that reach it
 * @param ordinary all ordinary comments that were measured
 * @param reached true cases of the category that reach it
 * @param cases all true cases that were measured
 */
public record MeasuredThreshold(long alarms, long ordinary, long reached, long cases) {
  /** Fewer true cases only give a rough idea of a share. */
  private static final int FEW = 50;

  private static final double THOUSAND = 1_000;

  public MeasuredThreshold {
    if (alarms < 0 || alarms > ordinary || reached < 0 || reached > cases) {
      throw new IllegalArgumentException(
          alarms + " of " + ordinary + " and " + reached + " of " + cases + " are no counts");
    }
  }

  /** Returns how many of 1,000 ordinary comments reach it; NaN if none was measured. */
  public double alarmsInThousand() {
    return THOUSAND * new Proportion(alarms, ordinary).rate();
  }

  /**
   * Returns how many of 1,000 ordinary comments may reach it at most: the upper end of the 95 %
   * interval.
   */
  public double mostAlarmsInThousand() {
    return THOUSAND * new Proportion(alarms, ordinary).high();
  }

  /** Returns the share of the true cases that reach it, from 0 to 1; NaN if none was measured. */
  public double shareReached() {
    return new Proportion(reached, cases).rate();
  }

  /** Returns whether there were ordinary comments and true cases to measure. */
  public boolean isMeasured() {
    return ordinary > 0 && cases > 0;
  }

  /** Returns whether the true cases are too few for more than a rough idea. */
  public boolean hasFewCases() {
    return cases < FEW;
  }
}
