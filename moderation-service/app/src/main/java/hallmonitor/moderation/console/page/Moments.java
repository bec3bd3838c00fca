package hallmonitor.moderation.console.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Times and days as readers in the United States write them, in one form everywhere: {@code Nov 28,
 * 3:10 PM}, in Spanish {@code 28 nov, 15:10}. The year appears unless it is this year; seconds
 * never appear.
 *
 * @param zone of the district
 * @param locale English or Spanish
 * @param today decides what this year is
 */
record Moments(ZoneId zone, Locale locale, LocalDate today) {
  static Moments at(Instant now, ZoneId zone, Locale locale) {
    return new Moments(zone, locale, LocalDate.ofInstant(now, zone));
  }

  String moment(Instant then) {
    ZonedDateTime local = then.atZone(zone);
    return day(local.toLocalDate()) + ", " + hour(local);
  }

  /** Returns the time with its year, for what is printed or kept. */
  String recorded(Instant then) {
    ZonedDateTime local = then.atZone(zone);
    return write(local, withYear()) + ", " + hour(local);
  }

  String day(LocalDate day) {
    return write(day, day.getYear() == today.getYear() ? withoutYear() : withYear());
  }

  String day(Instant then) {
    return day(LocalDate.ofInstant(then, zone));
  }

  /** Returns the hour, with the day unless it is today. */
  String hour(Instant then) {
    ZonedDateTime local = then.atZone(zone);
    return local.toLocalDate().equals(today) ? hour(local) : moment(then);
  }

  private String hour(TemporalAccessor local) {
    return clock(local, locale);
  }

  /** Returns the time of a day: {@code 3:10 PM}, in Spanish {@code 15:10}. */
  static String clock(TemporalAccessor time, Locale locale) {
    return write(time, isSpanish(locale) ? "H:mm" : "h:mm a", locale);
  }

  private String withoutYear() {
    return spanish() ? "d MMM" : "MMM d";
  }

  private String withYear() {
    return spanish() ? "d MMM y" : "MMM d, y";
  }

  private boolean spanish() {
    return isSpanish(locale);
  }

  private static boolean isSpanish(Locale locale) {
    return locale.getLanguage().equals("es");
  }

  private String write(TemporalAccessor when, String pattern) {
    return write(when, pattern, locale);
  }

  /** Spanish months have a period in some versions of the locale data, but never here. */
  private static String write(TemporalAccessor when, String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(when).replace(".", "");
  }
}
