package hallmonitor.moderation.finding.name;

import hallmonitor.moderation.finding.Span;
import java.util.Locale;

/**
 * Tells whether an ambiguous word is written as a name: capitalized, and either within a sentence,
 * before another such word, or alone.
 */
public final class WrittenName {
  /** {@code Srta}. */
  private static final int LONGEST_SHORT_TITLE = 4;

  private WrittenName() {}

  public static boolean isOne(String text, Span word) {
    int from = word.from();
    int to = word.to();
    if (!isTitleCase(text, from, to)) {
      return false;
    }
    int before = from - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    boolean opens = before < 0 || ".!?\"“¡¿:;(".indexOf(text.charAt(before)) >= 0;
    if (!opens || before > 0 && (isInitial(text, before) || isShortTitle(text, before))) {
      return true;
    }
    if (text.startsWith("'s", to) || text.startsWith("’s", to)) {
      return true;
    }
    int next = to;
    while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '-')) {
      next++;
    }
    return next >= text.length() ? before < 0 : isTitleCase(text, next, endOfWord(text, next));
  }

  /** {@code Shi Ting}: returns whether all pieces of a text are capitalized. */
  public static boolean areAll(String text, Span pieces) {
    boolean all = true;
    for (int i = pieces.from(); i < pieces.to(); i++) {
      boolean begins = i == pieces.from() || !Character.isLetter(text.charAt(i - 1));
      if (Character.isLetter(text.charAt(i))) {
        all &= begins == Character.isUpperCase(text.charAt(i));
      }
    }
    return all;
  }

  /** {@code K.}, which does not end a sentence. */
  private static boolean isInitial(String text, int dot) {
    return text.charAt(dot) == '.'
        && Character.isUpperCase(text.charAt(dot - 1))
        && (dot == 1 || !Character.isLetter(text.charAt(dot - 2)));
  }

  /** {@code Mrs.}, which does not end a sentence either. */
  private static boolean isShortTitle(String text, int dot) {
    int from = dot;
    while (from > 0
        && dot - from <= LONGEST_SHORT_TITLE
        && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    return text.charAt(dot) == '.'
        && dot - from <= LONGEST_SHORT_TITLE
        && isTitleCase(text, from, dot)
        && Titles.of(text.substring(from, dot).toLowerCase(Locale.ROOT)) == Titles.COURTESY;
  }

  private static int endOfWord(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isTitleCase(String text, int from, int to) {
    if (to - from < 2 || !Character.isUpperCase(text.charAt(from))) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      if (!Character.isLowerCase(text.charAt(i)) && Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
