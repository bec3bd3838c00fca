package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import hallmonitor.moderation.policy.ReplyTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

/** The texts that tell people that they are blocked; they never include what somebody wrote. */
@ApplicationScoped
class BlockNotices {
  private static final String ENGLISH =
      """
      Your account is blocked on this page until %s. After that day the block ends.
      You can appeal. Someone who was not involved decides: %s""";

  private static final String SPANISH =
      """
      Su cuenta está bloqueada en esta página hasta el %s. Después de ese día el bloqueo termina.
      Usted puede apelar. Decide una persona que no intervino: %s""";

  private final ObjectionRules objections;

  BlockNotices(ObjectionRules objections) {
    this.objections = objections;
  }

  /**
   * Returns the notice of a block that was proposed from a case.
   *
   * @param language of the texts; English if the district has none in it
   */
  String of(PanelForms forms, String clause, String language, LocalDate lastDay, ShortCode ref) {
    Map<String, String> texts = objections.current().blocks().notice();
    String chosen = texts.containsKey(language) ? language : "en";
    return ReplyTexts.fill(
        texts.getOrDefault(chosen, ""),
        Map.of(
            "clause",
            clause,
            "title",
            forms.title(clause, chosen),
            "wording",
            forms.wording(clause, chosen),
            "until",
            day(lastDay, chosen),
            "appeal",
            howTo(ref)));
  }

  /** Returns the notice of a block that someone made by hand, which cites no clause. */
  String ofHandBlock(String language, LocalDate lastDay, ShortCode reference) {
    boolean spanish = language.equals("es");
    return (spanish ? SPANISH : ENGLISH)
        .formatted(day(lastDay, spanish ? "es" : "en"), howTo(reference));
  }

  private String howTo(ShortCode reference) {
    return objections.current().appeals().howTo(reference.toString());
  }

  private static String day(LocalDate day, String language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.forLanguageTag(language + "-US"))
        .format(day);
  }
}
