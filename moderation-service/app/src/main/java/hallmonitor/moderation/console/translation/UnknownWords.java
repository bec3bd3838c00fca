package hallmonitor.moderation.console.translation;

import hallmonitor.moderation.text.gloss.SpanishGloss;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uses the word list for words that the translator does not know. Pure. */
final class UnknownWords {
  private static final Pattern MARKED = Pattern.compile("\\*(\\p{L}[\\p{L}\\p{M}'’-]*)");

  private UnknownWords() {}

  /**
   * Takes out the translator's asterisks.
   *
   * @param spanish what was translated; an asterisk that its author wrote stays
   */
  static String said(String english, String spanish, SpanishGloss gloss) {
    return MARKED
        .matcher(english)
        .replaceAll(
            marked -> {
              boolean own = spanish.contains(marked.group());
              return Matcher.quoteReplacement(own ? marked.group() : gloss.of(marked.group(1)));
            });
  }
}
