package hallmonitor.notifier.evidence.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A time and whose clock told it.
 *
 * @param at kept to the microsecond
 * @param clock whose, in words
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
