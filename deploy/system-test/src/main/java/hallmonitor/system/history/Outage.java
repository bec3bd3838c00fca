package hallmonitor.system.history;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which something was disturbed, or had not yet caught up.
 *
 * @param until not before {@code from}
 */
public record Outage(Instant from, Instant until) {
  public Outage {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("an outage that ends before it begins: " + from);
    }
  }

  /** Returns how much of a time it covers. */
  Duration within(Instant begin, Instant end) {
    Instant first = from.isAfter(begin) ? from : begin;
    Instant last = until.isBefore(end) ? until : end;
    return last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
  }
}
