package hallmonitor.moderation.console.page;

import java.time.Duration;

/** Durations in symbols that are the same in every language of the console. */
final class Elapsed {
  private Elapsed() {}

  /** Returns the largest whole unit, at least minutes; negative durations count as zero. */
  static String inWords(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    if (seconds < 60) {
      return "< 1 min";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min";
    }
    return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
  }

  /** Returns two units from an hour on, for counting clocks: seconds would only make nervous. */
  static String countdown(long seconds) {
    if (seconds < 3600) {
      return inWords(Duration.ofSeconds(seconds));
    }
    return seconds < 86_400
        ? "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60)
        : "%d d %02d h".formatted(seconds / 86_400, seconds / 3600 % 24);
  }
}
