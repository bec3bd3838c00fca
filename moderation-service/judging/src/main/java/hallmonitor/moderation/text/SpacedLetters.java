package hallmonitor.moderation.text;

import static hallmonitor.moderation.text.LetterForms.isLetter;

/**
 * {@code w o r d}, {@code w.o.r.d}, {@code w - o - r - d}: joins three or more separated letters to
 * a word.
 */
final class SpacedLetters {
  private static final String BETWEEN = " .-_,/|~*";
  private static final int WIDEST = 4;
  private static final int FEWEST = 3;

  private SpacedLetters() {}

  static TextBuffer joined(TextBuffer text) {
    TextBuffer out = null;
    int n = text.length();
    int noWord = -1; // end of a run that is not a word, so that no part of it is taken for one
    for (int i = 0; i < n; i++) {
      int end = i > noWord && isAlone(text, i) ? endOfRun(text, i) : -1;
      if (end < 0 || !isWord(text, i, end)) {
        noWord = Math.max(noWord, end);
        if (out != null) {
          out.copy(text, i);
        }
        continue;
      }
      if (out == null) {
        out = new TextBuffer(n);
        for (int k = 0; k < i; k++) {
          out.copy(text, k);
        }
      }
      join(text, i, end, out);
      i = end;
    }
    return out == null ? text : out;
  }

  private static boolean isAlone(TextBuffer text, int i) {
    char c = text.at(i);
    return isSign(c) && isEdge(text.at(i - 1)) && isEdge(text.at(i + 1));
  }

  /** {@code s h ! t}: signs count as letters only among letters separated in the same way. */
  private static boolean isAloneInRun(TextBuffer text, int k) {
    return "!|+".indexOf(text.at(k)) >= 0 && text.at(k - 1) == ' ' && text.at(k + 1) == ' ';
  }

  private static boolean isSign(char c) {
    return LetterForms.isLetterOrDigit(c) || c == '@' || c == '$';
  }

  private static boolean isEdge(char c) {
    return !isSign(c) && c != '\'';
  }

  /** Returns the index of the last letter of a run; that is the first if no other follows. */
  private static int endOfRun(TextBuffer text, int start) {
    int last = start;
    for (int next = nextAlone(text, last); next > 0; next = nextAlone(text, next)) {
      last = isSign(text.at(next)) ? next : last; // a final "!" is punctuation
    }
    return last;
  }

  /** Returns whether a run is long enough and not only digits. */
  private static boolean isWord(TextBuffer text, int start, int end) {
    int letters = 0;
    int signs = 0;
    for (int i = start; i <= end; i++) {
      signs += isSign(text.at(i)) ? 1 : 0;
      letters += isLetter(text.at(i)) ? 1 : 0;
    }
    return signs >= FEWEST && letters >= 2;
  }

  /**
   * Returns the index of the next single letter after a gap of separating signs, or -1. A run of
   * spaces is one sign.
   */
  private static int nextAlone(TextBuffer text, int i) {
    int width = 0;
    for (int k = i + 1; k < text.length() && width <= WIDEST; k++) {
      if (isAlone(text, k) || isAloneInRun(text, k)) {
        return k;
      }
      if (BETWEEN.indexOf(text.at(k)) < 0) {
        return -1;
      }
      width += text.at(k) == ' ' && text.at(k - 1) == ' ' ? 0 : 1;
    }
    return -1;
  }

  /** Wide gaps separate words if each part then has at least two letters. */
  private static void join(TextBuffer text, int start, int end, TextBuffer out) {
    boolean parts = partsAreWords(text, start, end);
    int last = start;
    out.copy(text, start);
    for (int i = start + 1; i <= end; i++) {
      if (BETWEEN.indexOf(text.at(i)) >= 0 && !isAloneInRun(text, i)) {
        continue;
      }
      if (parts && isWide(text, last, i)) {
        out.copy(text, i - 1);
      }
      out.copy(text, i);
      last = i;
    }
  }

  private static boolean partsAreWords(TextBuffer text, int start, int end) {
    int size = 1;
    int last = start;
    for (int i = start + 1; i <= end; i++) {
      if (BETWEEN.indexOf(text.at(i)) >= 0 && !isAloneInRun(text, i)) {
        continue;
      }
      if (!isWide(text, last, i)) {
        size++;
      } else if (size < 2) {
        return false;
      } else {
        size = 1;
      }
      last = i;
    }
    return size >= 2;
  }

  private static boolean isWide(TextBuffer text, int left, int right) {
    return right - left > 2
        && text.at(left + 1) == ' '
        && text.at(right - 1) == ' '
        && allSpaces(text, left, right);
  }

  private static boolean allSpaces(TextBuffer text, int left, int right) {
    for (int i = left + 1; i < right; i++) {
      if (text.at(i) != ' ') {
        return false;
      }
    }
    return true;
  }
}
