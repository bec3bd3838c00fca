package hallmonitor.ingest.connector;

import java.time.Instant;

/**
 * A time span by the platform's clock.
 *
 * @param after exclusive
 * @param before exclusive
 */
public record TimeSpan(Instant after, Instant before) {
  public TimeSpan {
    if (before.isBefore(after)) {
      throw new IllegalArgumentException("a span ends before it starts: " + after + ", " + before);
    }
  }

  public boolean holds(Instant time) {
    return time.isAfter(after) && time.isBefore(before);
  }
}
