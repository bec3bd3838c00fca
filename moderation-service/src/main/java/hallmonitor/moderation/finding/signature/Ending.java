package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.scan.Cues;
import hallmonitor.moderation.text.NormalisedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a comment ends, looked at quickly. */
final class Ending {
  private static final int TAIL = 120;

  /** One of these is in the last words of every text that is signed in small letters. */
  private static final Cues CUES =
      new Cues(WORDS.of("ending-cue").stream().map(Ending::cue).toList());

  private static final Pattern ASIDE =
      Pattern.compile("[\\s.!?](?:p\\.? ?[sd]\\.?[:,. ]|\\()", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_ASIDE = 300;

  private Ending() {}

  /** As {@link Cues} reads it: a cue that a list writes as {@code as|} is {@code ^as } there. */
  static String cue(String written) {
    return '^' + written.replace('|', ' ').replace("_", " ");
  }

  /** Whether the last words can be a signature: a cheap look that rules out most comments. */
  static boolean mayBeSigned(String text, String light) {
    int tail = Math.max(0, light.length() - TAIL);
    return hasDash(light, tail) || CUES.isIn(light, tail) || opensSmall(text);
  }

  private static boolean hasDash(String light, int from) {
    for (int i = from; i < light.length(); i++) {
      char c = light.charAt(i);
      if (c == '-' || c == '~' || c == '—' || c == '–') {
        return true;
      }
    }
    return false;
  }

  /** Whether a short last sentence or line begins with a capital. */
  private static boolean opensSmall(String text) {
    int i = text.length() - 1;
    int seen = 0;
    while (i > 0 && !Character.isLetterOrDigit(text.charAt(i))) {
      i--;
    }
    for (; i > 0 && seen < 90; i--, seen++) {
      char c = text.charAt(i);
      char next = text.charAt(i + 1 < text.length() ? i + 1 : i);
      boolean end = c == '\n' || !Character.isLetterOrDigit(c) && c != ',' && c != '\'' && c != '’';
      if (end
              && c != ' '
              && next == ' '
              && i + 2 < text.length()
              && Character.isUpperCase(text.charAt(i + 2))
          || c == '\n' && next != ' ') {
        return true;
      }
    }
    return false;
  }

  /** Where a text ends, but for a postscript or a remark in parentheses. */
  static int beforeAside(String text) {
    int end = text.length();
    Matcher aside = ASIDE.matcher(text).region(Math.max(0, end - LONGEST_ASIDE), end);
    while (aside.find()) {
      boolean remark = text.charAt(aside.end() - 1) == '(';
      if (!remark || text.indexOf(')', aside.end()) >= end - 2) {
        return aside.start() + 1;
      }
    }
    return end;
  }

  /** The last sentence of a text, small and without accents; a saluting line is a sentence. */
  static String lastSentence(String text) {
    int end = text.length();
    while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && ".!?\n".indexOf(text.charAt(start - 1)) < 0 && end - start < TAIL) {
      start--;
    }
    return NormalisedText.of(text.substring(start, end)).text();
  }
}
