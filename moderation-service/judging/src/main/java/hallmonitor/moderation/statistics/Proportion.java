package hallmonitor.moderation.statistics;

/**
 * So many of so many, and the 95 % interval in which the true rate lies. The interval is Wilson's
 * (E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22,
 * 1927), which holds for few cases and for rates near 0 and 1.
 *
 * @param part from 0 to {@code whole}
 */
public record Proportion(long part, long whole) {
  private static final double Z = 1.959963984540054; // 97.5 % of the normal distribution

  public Proportion {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException(part + " of " + whole + " is no proportion");
    }
  }

  /** From 0 to 1; not a number when there is nothing. */
  public double rate() {
    return (double) part / whole;
  }

  /** The lower end, from 0 to 1; 0 when there is nothing. */
  public double low() {
    return part == 0 ? 0 : Math.max(0, middle() - reach());
  }

  /** The upper end, from 0 to 1; 1 when there is nothing. */
  public double high() {
    return part == whole ? 1 : Math.min(1, middle() + reach());
  }

  /** Whether the interval lies wholly above another one. */
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
