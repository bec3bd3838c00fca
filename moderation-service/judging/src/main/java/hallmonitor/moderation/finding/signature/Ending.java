package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.scan.Cues;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A quick check of how a comment ends. */
final class Ending {
  /** Length of the part at the end where a signature can begin, in characters. */
  private static final int TAIL = 120;

  /** Longest name in lower case, in characters. */
  private static final int NAME = 24;

  private static final String DASHES = "-~—–";

  /** Fewest letters of a full name. */
  private static final int LONGEST_NAME = 40;

  /** What can stand before a name at the end of a text. */
  private static final String SIGNS = "\n\r\\-–—~―,.!?:;…،؟。！？，、：；";

  /** Returns what follows the last of these. */
  private static final Pattern LAST =
      Pattern.compile(
          "[" + SIGNS + "]([^" + SIGNS + "]*\\p{L}[^" + SIGNS + "]*)[" + SIGNS + "\\s]*$");

  /** The last words of every text that is signed in lower case contain one of these. */
  private static final Cues CUES = cues("ending-cue");

  private static final Pattern ASIDE =
      Pattern.compile("[\\s.!?](?:p\\.? ?[sd]\\.?[:,. ]|\\()", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_ASIDE = 300;

  private Ending() {}

  /** The cues of a list, where {@code as|} ends a word. */
  static Cues cues(String list) {
    return new Cues(
        WORDS.of(list).stream().map(cue -> '^' + cue.replace('|', ' ').replace('_', ' ')).toList());
  }

  /**
   * Returns whether the last words can be a signature: a cheap check that rules out most comments.
   */
  static boolean mayBeSigned(String text, String light) {
    return CUES.isIn(light, Math.max(0, light.length() - TAIL)) || opensName(text);
  }

  /**
   * Returns whether a name may begin near the end, after a dash or in a new line, clause or
   * sentence.
   */
  private static boolean opensName(String text) {
    for (int i = Math.max(0, text.length() - TAIL); i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || DASHES.indexOf(c) >= 0) {
        return true;
      }
      boolean mark = c != ' ' && !Character.isLetterOrDigit(c) && c != '\'' && c != '’';
      if (mark && i + 2 < text.length() && text.charAt(i + 1) == ' ') {
        boolean few = c != ',' && i > text.length() - NAME;
        if (few || Character.isUpperCase(text.charAt(i + 2))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns whether the text may be signed with a name in another script: its last line, or what
   * follows its last dash or other sign, is short and has such letters. Such names have no
   * capitals, or are in no list of names.
   */
  static boolean isInOtherLetters(String text) {
    Matcher last = LAST.matcher(text).region(Math.max(0, text.length() - TAIL), text.length());
    return last.find()
        && last.group(1).codePoints().filter(Character::isLetter).count() < LONGEST_NAME
        && last.group(1).codePoints().anyMatch(TypedName::isOfOtherLetters);
  }

  /** Returns where a text ends, without a postscript or a remark in parentheses. */
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

  /** Returns where the last sentence of a text begins; a salutation line counts as a sentence. */
  static int beforeLastSentence(String text) {
    int end = end(text);
    int start = end;
    while (start > 0 && ".!?\n".indexOf(text.charAt(start - 1)) < 0 && end - start < TAIL) {
      start--;
    }
    return start;
  }

  /** Index after the last word. */
  private static int end(String text) {
    int end = text.length();
    while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
