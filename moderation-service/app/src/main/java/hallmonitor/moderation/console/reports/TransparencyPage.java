package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.console.appeal.FormWords;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The content of the public page.
 *
 * @param language {@code en} or {@code es}
 * @param published whether there are figures for the public
 * @param periods that can be asked for
 * @param period the one that is shown; null before the first month is over
 * @param figures of that period; null if there is none
 */
record TransparencyPage(
    String language,
    String district,
    ZoneId zone,
    boolean published,
    List<PublicPeriod> periods,
    @Nullable PublicPeriod period,
    @Nullable PublicFigures figures,
    List<ReportPdf.Part> parts) {

  public String word(String name) {
    return FormWords.in("transparency", language).get(name);
  }

  /** Returns {@code October 2026}, or {@code School year 2026–27}. */
  public String name(PublicPeriod of) {
    return of.month()
        ? DateTimeFormatter.ofPattern(word("month"), locale()).format(of.from())
        : word("school-year") + " " + of.id();
  }

  /** Returns the days that are counted, and when. */
  public String span() {
    PublicPeriod shown = Objects.requireNonNull(period);
    LocalDate read = LocalDate.ofInstant(Objects.requireNonNull(figures).readAt(), zone);
    return word("span").formatted(day(shown.from()), day(shown.to()), day(read));
  }

  private String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()).format(day);
  }

  private Locale locale() {
    return Locale.forLanguageTag(language + "-US");
  }
}
