package hallmonitor.moderation.console.appeal;

import hallmonitor.settings.district.District;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The content of the public page.
 *
 * @param language {@code en} or {@code es}
 * @param token proves that the form was made here
 * @param problem named as in {@link FormWords}; empty for none
 * @param code shown after an appeal was received; otherwise empty
 * @param pages the accounts that a block may be on
 * @param days days until it is decided, at most
 * @param looked whether this is a status lookup
 * @param standing the appeal's status; null if unknown
 */
record AppealPage(
    String language,
    String district,
    ZoneId zone,
    String token,
    AppealForm typed,
    String problem,
    String code,
    List<District.Account> pages,
    int days,
    boolean looked,
    @Nullable AppealStatus standing) {

  public String word(String name) {
    return FormWords.in("appeal", language).get(name);
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
      @Nullable AppealStatus found) {
    return new AppealPage(
        language,
        district,
        zone,
        token,
        nextTyped,
        nextProblem,
        nextCode,
        pages,
        days,
        nextLooked,
        found);
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

  AppealPage found(@Nullable AppealStatus how) {
    return with(typed, "", "", true, how);
  }
}
