package hallmonitor.moderation.console.page;

import java.time.Duration;

/** Times in signs that are the same in every language of the console. */
final class Elapsed {
  private Elapsed() {}

  /** In the largest whole unit; nothing is less than none. */
  static String inWords(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min";
    }
    return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
  }

  /** In two units, for clocks that count. */
  static String countdown(long seconds) {
    if (seconds < 3600) {
      return "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }
    return seconds < 86_400
        ? "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60)
        : "%d d %02d h".formatted(seconds / 86_400, seconds / 3600 % 24);
  }
}
