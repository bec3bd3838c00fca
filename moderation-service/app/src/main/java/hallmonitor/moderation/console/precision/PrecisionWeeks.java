package hallmonitor.moderation.console.precision;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The weeks that the page shows, each from Monday on, by the district's clock.
 *
 * @param current the Monday of the week that is not over
 */
record PrecisionWeeks(LocalDate current, ZoneId zone) {
  static final int SHOWN = 12;
  private static final int OF_ADVICE = 4;

  static PrecisionWeeks at(Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return new PrecisionWeeks(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), zone);
  }

  /** Returns the Mondays of all weeks, the oldest first. */
  List<LocalDate> all() {
    return IntStream.range(0, SHOWN).mapToObj(i -> first().plusWeeks(i)).toList();
  }

  LocalDate first() {
    return current.minusWeeks(SHOWN - 1L);
  }

  /** Returns the first of the last 4 weeks, this one included. */
  LocalDate firstOfAdvice() {
    return current.minusWeeks(OF_ADVICE - 1L);
  }

  /** Returns the last week that is over. */
  LocalDate lastWhole() {
    return current.minusWeeks(1);
  }

  /** Returns the first of the four weeks before the last whole one. */
  LocalDate firstOfShift() {
    return lastWhole().minusWeeks(OF_ADVICE);
  }

  /** Returns the exclusive end. */
  LocalDate end() {
    return current.plusWeeks(1);
  }

  Instant since(LocalDate monday) {
    return monday.atStartOfDay(zone).toInstant();
  }

  Instant until() {
    return since(end());
  }
}
