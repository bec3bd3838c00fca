package hallmonitor.moderation.console.reports;

/**
 * So many of so many, and what the true rate may be. The interval is Wilson's at 95 % (E. B.
 * Wilson, 1927, JASA 22:209-212), which holds for few cases and for rates near 0 as well.
 *
 * @param part from 0 to {@code whole}
 */
record Proportion(long part, long whole) {
  private static final double Z95 = 1.959964;

  Proportion {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException(part + " of " + whole + " is no proportion");
    }
  }

  /** From 0 to 1; not a number when there is nothing. */
  double rate() {
    return (double) part / whole;
  }

  /** The lower end, from 0 to 1; 0 when there is nothing. */
  double low() {
    return whole == 0 ? 0 : Math.max(0, middle() - reach());
  }

  /** The upper end, from 0 to 1; 1 when there is nothing. */
  double high() {
    return whole == 0 ? 1 : Math.min(1, middle() + reach());
  }

  /** Whether the interval lies wholly above another one. */
  boolean isAbove(Proportion other) {
    return low() > other.high();
  }

  private double middle() {
    double z2 = Z95 * Z95 / whole;
    return (rate() + z2 / 2) / (1 + z2);
  }

  private double reach() {
    double z2 = Z95 * Z95 / whole;
    return Z95 * Math.sqrt(rate() * (1 - rate()) / whole + z2 / whole / 4) / (1 + z2);
  }
}
