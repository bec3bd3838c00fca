package hallmonitor.settings.escalation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * When the way of an alarm to people is tried, once a week.
 *
 * @param answerWithin how long an answer is awaited
 */
public record DrillRules(DayOfWeek day, LocalTime at, Duration answerWithin) {
  /** Returns the latest time of a drill that is not after {@code now}. */
  public Instant latest(Instant now, ZoneId zone) {
    ZonedDateTime here = now.atZone(zone);
    ZonedDateTime latest = here.with(TemporalAdjusters.previousOrSame(day)).with(at);
    return (latest.isAfter(here) ? latest.minusWeeks(1) : latest).toInstant();
  }
}
