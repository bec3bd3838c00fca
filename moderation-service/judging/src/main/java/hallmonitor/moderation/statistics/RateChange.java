package hallmonitor.moderation.statistics;

/**
 * Events in two periods, with all that could have been one. Compares the two rates by the exact
 * conditional test of two Poisson rates (J. Przyborowski and H. Wilenski, Homogeneity of Results in
 * Testing Samples from Poisson Series, Biometrika 31, 1940): if the rates are equal, the events of
 * the first period are binomial among all events. Valid for few events, and for none.
 *
 * @param now events of the period, from 0 to {@code ofNow}
 * @param before events of the period to compare with, from 0 to {@code ofBefore}
 */
public record RateChange(long now, long ofNow, long before, long ofBefore) {
  public RateChange {
    if (now < 0 || now > ofNow || before < 0 || before > ofBefore) {
      throw new IllegalArgumentException(
          "%d of %d and %d of %d are no two proportions".formatted(now, ofNow, before, ofBefore));
    }
  }

  /** Returns the rate of the period, from 0 to 1; NaN if nothing could have been one. */
  public double rate() {
    return (double) now / ofNow;
  }

  /** Returns the earlier rate, from 0 to 1; NaN if nothing could have been one. */
  public double rateBefore() {
    return (double) before / ofBefore;
  }

  /** Returns whether the rate is at least {@code factor} times the earlier one, or less. */
  public boolean changedBy(double factor) {
    double high = Math.max(rate(), rateBefore());
    return high > 0 && high >= factor * Math.min(rate(), rateBefore());
  }

  /**
   * Returns the probability that chance alone makes a difference as large as this one, in either
   * direction; 1 if there is nothing to compare.
   */
  public double chance() {
    long events = now + before;
    if (events == 0 || ofNow == 0 || ofBefore == 0) {
      return 1;
    }
    double share = (double) ofNow / (ofNow + ofBefore);
    return Math.min(1, 2 * Math.min(atMost(now, events, share), atLeast(now, events, share)));
  }

  /** Returns the probability of at most {@code most} of {@code n}, each with this share. */
  private static double atMost(long most, long n, double share) {
    double odds = Math.log(share) - Math.log1p(-share);
    double log = n * Math.log1p(-share);
    double sum = Math.exp(log);
    for (long k = 1; k <= most; k++) {
      log += Math.log((double) (n - k + 1) / k) + odds;
      sum += Math.exp(log);
    }
    return sum;
  }

  private static double atLeast(long least, long n, double share) {
    return atMost(n - least, n, 1 - share);
  }
}
