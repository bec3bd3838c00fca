package hallmonitor.moderation.finding.together;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides whether a sentence may continue from one comment to the author's next. Two complete
 * sentences are not joined: "a gun show on Sunday" and "the school tomorrow" would read as a
 * threat.
 */
public final class Continuation {
  /** Comments with at most this many words are not sentences. */
  private static final int FRAGMENT = 3;

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Words that end no sentence, in English or Spanish. */
  private static final Set<String> OPEN =
      Set.of(
          "i", "im", "ill", "we", "you", "he", "she", "they", "who", "that", "to", "gonna", "going",
          "will", "would", "wanna", "want", "am", "are", "is", "be", "a", "an", "the", "my", "your",
          "his", "her", "our", "their", "of", "in", "on", "at", "with", "for", "from", "into",
          "and", "or", "but", "if", "because", "when", "every", "all", "yo", "tu", "el", "la",
          "los", "las", "un", "una", "unos", "unas", "mi", "su", "de", "del", "al", "en", "con",
          "por", "para", "que", "y", "o", "pero", "si", "voy", "vas", "va", "vamos", "van",
          "quiero", "cuando", "como", "cada");

  /** Words that continue a sentence and do not start one. */
  private static final Set<String> ON =
      Set.of(
          "to",
          "at",
          "in",
          "on",
          "with",
          "up",
          "into",
          "and",
          "or",
          "of",
          "for",
          "from",
          "until",
          "till",
          "than",
          "tomorrow",
          "tonight",
          "a",
          "al",
          "en",
          "con",
          "y",
          "o",
          "de",
          "del",
          "para",
          "por",
          "hasta",
          "mañana",
          "hoy");

  private Continuation() {}

  /** Returns whether the later comment may continue the earlier one's sentence. */
  static boolean goesOn(String earlier, String later) {
    String[] before = words(earlier);
    String[] after = words(later);
    if (before.length == 0 || after.length == 0) {
      return false;
    }
    return OPEN.contains(before[before.length - 1])
        || ON.contains(after[0])
        || (before.length <= FRAGMENT && after.length <= FRAGMENT)
        || (before.length <= FRAGMENT && Character.isLowerCase(later.strip().charAt(0)));
  }

  private static String[] words(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replace("'", "").replace("\u2019", "");
    return BETWEEN.split(plain.strip());
  }
}
