package hallmonitor.moderation.console.reports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day as people write it: {@code Nov 28} here, {@code 28 nov} in Spanish. */
public final class ShortDay {
  private static final String SPANISH = "es";

  private ShortDay() {}

  public static String of(LocalDate day, Locale locale) {
    return format(day, locale, "MMM d", "d MMM");
  }

  /** Returns the day with its year. */
  static String withYear(LocalDate day, Locale locale) {
    return format(day, locale, "MMM d, yyyy", "d MMM yyyy");
  }

  private static String format(LocalDate day, Locale locale, String english, String spanish) {
    boolean inSpanish = locale.getLanguage().equals(SPANISH);
    return DateTimeFormatter.ofPattern(inSpanish ? spanish : english, locale).format(day);
  }
}
