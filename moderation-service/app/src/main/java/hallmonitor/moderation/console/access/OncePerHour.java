package hallmonitor.moderation.console.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/** Which of many events is worth a line in a log: the first of each kind in an hour. */
final class OncePerHour {
  /** The most lines in an hour, the last one included. */
  static final int MOST = 200;

  /** What to do with an event. */
  enum Line {
    FIRST,
    /** The last line of this hour; it says so. */
    LAST,
    KNOWN
  }

  private final InstantSource clock;
  private final Set<String> kinds = new HashSet<>();
  private Instant hour = Instant.EPOCH;

  OncePerHour(InstantSource clock) {
    this.clock = clock;
  }

  synchronized Line admit(String kind) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
    if (!now.equals(hour)) {
      hour = now;
      kinds.clear();
    }
    if (kinds.size() >= MOST || !kinds.add(kind)) {
      return Line.KNOWN;
    }
    return kinds.size() == MOST ? Line.LAST : Line.FIRST;
  }
}
