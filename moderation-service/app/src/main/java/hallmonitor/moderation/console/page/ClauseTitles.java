package hallmonitor.moderation.console.page;

import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.TemplateExtension;

/** Titles of clauses in the reader's language, as far as the district gave them. */
@TemplateExtension(namespace = "clauses")
public final class ClauseTitles {
  private ClauseTitles() {}

  /** Returns the title in the reader's language. */
  public static String title(Clause clause) {
    return title(clause, ReaderLanguage.readsSpanish() ? "es" : "en");
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

  /** Returns the number and the title, such as {@code 2.1 Threats}. */
  public static String numbered(Clause clause) {
    return clause.id() + " " + title(clause);
  }
}
