package hallmonitor.notifier.evidence.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A time and its clock.
 *
 * @param at with microsecond precision
 * @param clock the owner of the clock, in words
 */
public record ClockTime(Instant at, String clock) {
  public ClockTime {
    Objects.requireNonNull(clock, "clock");
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  String json() {
    return "{\"at\":"
        + CanonicalJson.quoted(at.toString())
        + ",\"clock\":"
        + CanonicalJson.quoted(clock)
        + "}";
  }
}
