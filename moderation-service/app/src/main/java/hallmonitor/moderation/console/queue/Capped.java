package hallmonitor.moderation.console.queue;

import java.util.Locale;

/** A number of cases, counted up to {@link #MOST} and no further: beyond that nobody counts. */
public record Capped(long number) {
  static final int MOST = 10_000;

  /** How far a statement has to count. */
  static final int ENOUGH = MOST + 1;

  public boolean isZero() {
    return number == 0;
  }

  Capped plus(Capped other) {
    return new Capped(number + other.number);
  }

  @Override
  public String toString() {
    return number > MOST ? "10,000+" : String.format(Locale.US, "%,d", number);
  }
}
