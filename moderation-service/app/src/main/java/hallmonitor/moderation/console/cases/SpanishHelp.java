package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.console.translation.Translations;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reader without Spanish gets beside a comment.
 *
 * @param gloss the words, one by one
 * @param english the whole comment by a machine; null if there is none, or none yet
 * @param comes whether the page may ask this server to translate it
 */
public record SpanishHelp(
    UUID caseId, CommentGloss gloss, @Nullable String english, boolean comes) {
  /** Helps with nothing. */
  public static SpanishHelp none(UUID caseId) {
    return new SpanishHelp(caseId, CommentGloss.NONE, null, false);
  }

  /** Does not ask the translator; see {@link CaseEnglishPages}. */
  public static SpanishHelp of(CaseView view, Translations translations) {
    CommentGloss gloss = CommentGloss.of(view);
    return new SpanishHelp(
        view.caseId(),
        gloss,
        gloss.isThere() ? translations.known(view.body()).orElse(null) : null,
        gloss.isThere() && translations.isNew(view.body()));
  }

  /** Returns whether anything in the comment is Spanish. */
  public boolean isThere() {
    return gloss.isThere();
  }
}
