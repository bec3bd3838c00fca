package hallmonitor.moderation.console.trouble;

import java.time.Duration;

/** When people are told of a trouble again: each time after twice as long. */
final class TellingRounds {
  /** The round in which people are told that it is over. */
  static final int OVER = -1;

  private static final Duration FIRST = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(12);

  private TellingRounds() {}

  /** Returns the round of a trouble that has lasted so long; 0 at its beginning. */
  static int at(Duration lasted) {
    int round = 0;
    Duration step = FIRST;
    Duration left = lasted;
    while (left.compareTo(step) >= 0) {
      left = left.minus(step);
      round++;
      Duration doubled = step.multipliedBy(2);
      step = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
    return round;
  }
}
