package hallmonitor.moderation.console.home;

import hallmonitor.moderation.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * How a figure of this week compares with the week before.
 *
 * @param tone class of its color: "better", "worse", or empty if it is neither
 */
public record Trend(String tone, Sentence words) {
  static final Trend NONE = new Trend("", Sentence.NONE);

  /** A smaller change, as a share of the week before, counts as none. */
  private static final double SAME = .1;

  /**
   * Compares waits; shorter is better.
   *
   * @param now seconds; null for none this week
   * @param before seconds; null for none in the week before
   */
  static Trend ofWaits(@Nullable Double now, @Nullable Double before) {
    if (now == null || before == null) {
      return before == null
          ? NONE
          : new Trend("", Sentence.of("{1} the week before", Waits.inWords(before)));
    }
    Sentence was = Sentence.of("{1} the week before", Waits.inWords(before));
    if (Math.abs(now - before) <= before * SAME) {
      return new Trend("", was);
    }
    return now < before ? new Trend("better", was) : new Trend("worse", was);
  }

  /** Compares counts; neither more nor fewer is better. */
  static Trend ofCounts(long before) {
    return new Trend("", Sentence.of("{1} the week before", before));
  }
}
