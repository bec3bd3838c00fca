package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.text.LetterForms;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the parts of a text where words may contain signs: pieces between spaces that hold a sign
 * other than punctuation at their edges, and runs of single signs ({@code s h ! t}). Plain text
 * costs one check per unit.
 */
final class SignedWords {
  private static final String BEFORE = "\"'([{<#*_~¿¡-.";
  private static final String BEHIND = "\"')]}>.,!?;:*_~-";
  private static final String DRAWING = "/\\|)]}>";
  private static final int WIDEST_GAP = 5;
  private static final int LONGEST = 80;
  private static final int FEWEST_ALONE = 3;

  private final Lexicon lexicon;
  private final String text;
  private final List<LexiconHit> hits = new ArrayList<>(0);

  private SignedWords(Lexicon lexicon, String text) {
    this.lexicon = lexicon;
    this.text = text;
  }

  /** Returns all entries written with signs in the light text; at each place, the first longest. */
  static List<LexiconHit> find(Lexicon lexicon, String light) {
    SignedWords words = new SignedWords(lexicon, light);
    words.search();
    return words.hits;
  }

  private void search() {
    int n = text.length();
    for (int start = 0; start < n; ) {
      int end = endOfPiece(start);
      int run = end - start == 1 ? endOfRun(start) : end;
      if (run > end) {
        if (hasSign(start, run)) {
          walks(start, run);
        }
        end = run;
      } else if (end - start > 1 && holdsSign(start, end)) {
        walks(start, end);
      }
      start = end + 1;
    }
  }

  private int endOfPiece(int start) {
    int end = text.indexOf(' ', start);
    return end < 0 ? text.length() : end;
  }

  /** Returns the end of a run of one-sign pieces, or of the first piece if there is no run. */
  private int endOfRun(int start) {
    int pieces = 1;
    int end = start + 1;
    while (end + 1 < text.length() && endOfPiece(end + 1) == end + 2) {
      end += 2;
      pieces++;
    }
    return pieces < FEWEST_ALONE ? start + 1 : end;
  }

  private boolean hasSign(int from, int to) {
    for (int i = from; i < to; i++) {
      if (Signs.isSign(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean holdsSign(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && BEFORE.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && BEHIND.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    boolean letter = false;
    boolean sign = to < end && "!*".indexOf(text.charAt(to)) >= 0 && end - to > 1;
    sign |= from > start && "(<[{".indexOf(text.charAt(from - 1)) >= 0 && to == end;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      letter |= LetterForms.isLetter(c) || c == '@' || c == '$';
      sign |= c != '\'' && !LetterForms.isLetter(c);
    }
    return letter && sign;
  }

  private void walks(int start, int pieceEnd) {
    int end = Math.min(pieceEnd, start + LONGEST);
    ObfuscationMatcher walk = new ObfuscationMatcher(lexicon, text, end);
    for (int i = start; i < end; i++) {
      boolean inWord = i > start && (isWithin(start, i - 1) || isAlone(i));
      if (text.charAt(i) == ' ') {
        continue;
      }
      LexiconHit hit = walk.longest(i, inWord);
      if (hit != null) {
        hits.add(hit);
        i = hit.to() - 1;
      }
    }
  }

  /**
   * Returns whether the text after a sign is in the middle of a word, because the sign may be one
   * of its letters.
   */
  private boolean isWithin(int start, int at) {
    char c = text.charAt(at);
    if (LetterForms.isLetterOrDigit(c) || c == '@' || c == '$') {
      return true;
    }
    boolean read = Signs.isMask(c) || !Signs.alike(c).isEmpty() || DRAWING.indexOf(c) >= 0;
    return read && at > start && text.charAt(at - 1) != ' ';
  }

  /** {@code c-l-a-s-s}: a single letter after another one is in the middle of a word. */
  private boolean isAlone(int at) {
    int before = at - 1;
    while (before > 0
        && at - before < WIDEST_GAP
        && !LetterForms.isLetterOrDigit(text.charAt(before))) {
      before--;
    }
    return before >= 0
        && before < at - 1
        && LetterForms.isLetterOrDigit(text.charAt(before))
        && (before == 0 || !LetterForms.isLetterOrDigit(text.charAt(before - 1)));
  }
}
