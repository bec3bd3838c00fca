package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.scan.Cues;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a comment ends, looked at quickly. */
final class Ending {
  private static final int TAIL = 120;
  private static final int FAR = 90;
  private static final int NAME = 24;

  /** Letters of a name in full. */
  private static final int LONGEST_NAME = 40;

  /** What can stand before a name at the end of a text. */
  private static final String SIGNS = "\n\r-–—~―,.!?:;…،؟。！？，、：；";

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
    return hasDash(light, tail) || CUES.isIn(light, tail) || opensName(text);
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

  /**
   * Whether a short last sentence, line or clause begins with a capital, or a sentence of a few
   * letters ends the text.
   */
  private static boolean opensName(String text) {
    int i = end(text) - 1;
    for (int seen = 0; i > 0 && seen < FAR; i--, seen++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return true;
      }
      if (c != ' ' && !Character.isLetterOrDigit(c) && c != '\'' && c != '’') {
        int next = i + 2;
        boolean apart = next < text.length() && text.charAt(i + 1) == ' ';
        if (apart && (Character.isUpperCase(text.charAt(next)) || c != ',' && seen < NAME)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether the text may be signed with a name in letters of another script: its last line, or what
   * follows its last dash or other sign, is short and has such letters. They have no capitals, or
   * no lists of names know them.
   */
  static boolean isInOtherLetters(String text) {
    boolean other = false;
    int letters = 0;
    for (int i = text.length(); i > 0 && letters < LONGEST_NAME; ) {
      int c = text.codePointBefore(i);
      i -= Character.charCount(c);
      if (Character.isLetter(c)) {
        letters++;
        other |= TypedName.isOfOtherLetters(c);
      } else if (letters > 0 && SIGNS.indexOf(c) >= 0) {
        return other;
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

  /** Where the last sentence of a text begins; a saluting line is a sentence. */
  static int beforeLastSentence(String text) {
    int end = end(text);
    int start = end;
    while (start > 0 && ".!?\n".indexOf(text.charAt(start - 1)) < 0 && end - start < TAIL) {
      start--;
    }
    return start;
  }

  /** Index after its last word. */
  private static int end(String text) {
    int end = text.length();
    while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
