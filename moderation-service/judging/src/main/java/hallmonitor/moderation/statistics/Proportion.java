package hallmonitor.moderation.statistics;

/**
 * A proportion with its 95 % confidence interval. The interval is Wilson's (E. B. Wilson, Probable
 * Inference, the Law of Succession, and Statistical Inference, JASA 22, 1927), which is valid for
 * small samples and for rates near 0 and 1.
 *
 * @param part from 0 to {@code whole}
 */
public record Proportion(long part, long whole) {
  private static final double Z = 1.959963984540054; // 97.5th percentile of the normal distribution

  public Proportion {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException(part + " of " + whole + " is no proportion");
    }
  }

  /** Returns a value from 0 to 1, or NaN if the whole is 0. */
  public double rate() {
    return (double) part / whole;
  }

  /** Returns the lower bound, from 0 to 1; 0 if the whole is 0. */
  public double low() {
    return part == 0 ? 0 : Math.max(0, middle() - reach());
  }

  /** Returns the upper bound, from 0 to 1; 1 if the whole is 0. */
  public double high() {
    return part == whole ? 1 : Math.min(1, middle() + reach());
  }

  /** Returns whether the whole interval is above the other one. */
  public boolean isAbove(Proportion other) {
    return low() > other.high();
  }

  private double middle() {
    return (rate() + Z * Z / (2 * whole)) / (1 + Z * Z / whole);
  }

  private double reach() {
    double p = rate();
    return Z / (1 + Z * Z / whole) * Math.sqrt(p * (1 - p) / whole + Z * Z / (4.0 * whole * whole));
  }
}
