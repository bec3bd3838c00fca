package hallmonitor.moderation.console.page;

import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.TemplateExtension;

/** Titles of clauses in the reader's language, as far as the district gave them. */
@TemplateExtension(namespace = "words")
public final class ClauseTitles {
  private ClauseTitles() {}

  /** Returns the title; the English one is marked where a reader's Spanish one is missing. */
  public static String clauseTitle(Clause clause) {
    return ReaderLanguage.readsSpanish()
        ? clause
            .spanishTitle()
            .orElseGet(() -> ReaderLanguage.says(Sentence.of("{1} (in English)", clause.title())))
        : clause.title();
  }

  /** Returns the number and the title, such as {@code 2.1 Threats}. */
  public static String numbered(Clause clause) {
    return clause.id() + " " + clauseTitle(clause);
  }
}
