package hallmonitor.moderation.console.appeal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * What the public page shows.
 *
 * @param language {@code en} or {@code es}
 * @param token proves that the form was made here
 * @param problem what is wrong, as {@link AppealWords} call it; empty for nothing
 * @param code for somebody whose objection has just come in; otherwise empty
 * @param days within which it is decided
 * @param looked whether somebody asked how an objection stands
 * @param standing how it stands; null when nothing is known
 */
record AppealPage(
    String language,
    String district,
    ZoneId zone,
    String token,
    AppealForm typed,
    String problem,
    String code,
    int days,
    boolean looked,
    AppealStatus standing) {

  public String word(String name) {
    return AppealWords.in(language).get(name);
  }

  public String day(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.forLanguageTag(language + "-US"))
        .format(at.atZone(zone));
  }

  private AppealPage with(
      AppealForm nextTyped,
      String nextProblem,
      String nextCode,
      boolean nextLooked,
      AppealStatus found) {
    return new AppealPage(
        language, district, zone, token, nextTyped, nextProblem, nextCode, days, nextLooked, found);
  }

  AppealPage typed(AppealForm words) {
    return with(words, "", "", false, null);
  }

  AppealPage problem(String what) {
    return with(typed, what, "", false, null);
  }

  AppealPage received(String newCode) {
    return with(typed, "", newCode, false, null);
  }

  AppealPage found(AppealStatus how) {
    return with(typed, "", "", true, how);
  }
}
