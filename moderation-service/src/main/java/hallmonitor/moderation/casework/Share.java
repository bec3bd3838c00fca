package hallmonitor.moderation.casework;

/**
 * A share that was counted on a sample, with the 95 % interval in which the true share lies. The
 * interval is Wilson's (E. B. Wilson, Probable Inference, the Law of Succession, and Statistical
 * Inference, JASA 22, 1927), which holds for small samples and for shares near 0 and 1.
 *
 * @param hits 0 to {@code of}
 * @param of the size of the sample, 0 or more
 */
public record Share(long hits, long of) {
  private static final double Z = 1.959963984540054; // 97.5 % of the normal distribution

  public Share {
    if (hits < 0 || hits > of) {
      throw new IllegalArgumentException(hits + " of " + of + " is no share");
    }
  }

  /** 0 to 1; 0 for an empty sample, of which nothing is known. */
  public double value() {
    return of == 0 ? 0 : (double) hits / of;
  }

  /** 0 to 1. */
  public double low() {
    return of == 0 || hits == 0 ? 0 : Math.max(0, middle() - reach());
  }

  /** 0 to 1. */
  public double high() {
    return of == 0 || hits == of ? 1 : Math.min(1, middle() + reach());
  }

  private double middle() {
    return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
  }

  private double reach() {
    double p = value();
    return Z / (1 + Z * Z / of) * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
  }
}
