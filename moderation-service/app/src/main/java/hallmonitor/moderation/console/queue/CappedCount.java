package hallmonitor.moderation.console.queue;

import java.util.Locale;

/** A number of cases, counted only up to {@link #MOST}. */
public record CappedCount(long number) {
  static final int MOST = 10_000;

  /** How far a statement has to count. */
  static final int ENOUGH = MOST + 1;

  public boolean isZero() {
    return number == 0;
  }

  CappedCount plus(CappedCount other) {
    return new CappedCount(number + other.number);
  }

  @Override
  public String toString() {
    return number > MOST ? "10,000 or more" : String.format(Locale.US, "%,d", number);
  }
}
