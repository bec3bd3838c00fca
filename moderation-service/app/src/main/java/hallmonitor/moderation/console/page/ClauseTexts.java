package hallmonitor.moderation.console.page;

import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.TemplateExtension;

/** What people read of a clause, in their language, as far as the district gave it. */
@TemplateExtension(namespace = "clauses")
public final class ClauseTexts {
  private ClauseTexts() {}

  /** Returns the title in the reader's language. */
  public static String title(Clause clause) {
    return title(clause, ReaderLanguage.tag());
  }

  /**
   * Returns the title; the English one is marked if the Spanish one is missing.
   *
   * @param language {@code en} or {@code es}
   */
  public static String title(Clause clause, String language) {
    return language.equals("es")
        ? clause
            .spanishTitle()
            .orElseGet(
                () ->
                    ReaderLanguage.says(Sentence.of("{1} (in English)", clause.title()), language))
        : clause.title();
  }

  /** Returns the wording in the reader's language, or else the English one. */
  public static String wording(Clause clause) {
    return wording(clause, ReaderLanguage.tag());
  }

  /**
   * Returns the wording, or else the English one.
   *
   * @param language {@code en} or {@code es}
   */
  public static String wording(Clause clause, String language) {
    return language.equals("es")
        ? clause.spanishWording().orElse(clause.wording())
        : clause.wording();
  }

  /** Returns the language of {@link #wording(Clause)}, for anyone who hears it read. */
  public static String spoken(Clause clause) {
    return ReaderLanguage.readsSpanish() && clause.spanishWording().isPresent() ? "es" : "en";
  }

  /** Returns the number and the title, such as {@code 2.1 Threats}. */
  public static String numbered(Clause clause) {
    return clause.id() + " " + title(clause);
  }
}
