package hallmonitor.moderation.casework.watch;

import java.time.Duration;
import java.time.Instant;

/** Times in which people can be expected to work. */
@FunctionalInterface
public interface SchoolTimes {
  /**
   * Returns the end of a time that starts now, or when the schools open next.
   *
   * @param span whole days are school days, anything else hours in which the schools are open
   */
  Instant after(Instant start, Duration span);
}
