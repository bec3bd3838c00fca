package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.text.LetterForms;
import java.util.Set;

/**
 * Checks the surroundings of a match in the folded text: whether it is a word or only part of
 * another.
 */
final class WordAround {
  private static final int SHORTEST_IN_PIECES = 4;
  private static final int LONGEST_SHORT = 5;
  private static final String PARTS = ".-_*";
  private static final String SIGNS = "+@$|\\";
  private static final Set<String> OWNERS =
      Set.of("he", "she", "it", "that", "what", "who", "there", "here", "where", "how", "let");

  private final EverydayWords everyday;
  private final String text;

  WordAround(EverydayWords everyday, String text) {
    this.everyday = everyday;
    this.text = text;
  }

  boolean isGlued(LexiconEntry entry, int start, int at) {
    if (!entry.glued()) {
      return false;
    }
    int from = start;
    while (from > 0
        && start - from <= EverydayWords.LONGEST_RUN
        && LetterForms.isLetter(text.charAt(from - 1))) {
      from--;
    }
    int to = at;
    while (to < text.length()
        && to - at <= EverydayWords.LONGEST_RUN
        && LetterForms.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    return everyday.surrounds(text.substring(from, start), text.substring(at, to), entry.english());
  }

  boolean hasEnding(LexiconEntry entry, int at) {
    int end = at;
    while (end < text.length() && LetterForms.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return EverydayWords.isEnding(text, at, end) || endsWord(entry, at);
  }

  /**
   * {@code gl-asses}, {@code tit_les}: a short match beside a sign and a piece that is not a word.
   */
  boolean isPartOfWord(LexiconEntry entry, int start, int at) {
    if (entry.text().length() > LONGEST_SHORT) {
      return false;
    }
    int end = at;
    while (end < text.length() && LetterForms.isLetter(text.charAt(end))) {
      end++;
    }
    if (isPart(end) && isLetter(end + 1)) {
      int to = end + 1;
      while (isLetter(to)) {
        to++;
      }
      if (!everyday.isOne(text, end + 1, to)) {
        return true;
      }
    }
    if (isPart(start - 1) && isLetter(start - 2)) {
      int from = start - 2;
      while (isLetter(from - 1)) {
        from--;
      }
      return !everyday.isOne(text, from, start - 1);
    }
    return false;
  }

  private boolean isPart(int at) {
    return at >= 0 && at < text.length() && PARTS.indexOf(text.charAt(at)) >= 0;
  }

  private boolean isLetter(int at) {
    return at >= 0 && at < text.length() && LetterForms.isLetter(text.charAt(at));
  }

  /** Returns where a split word ends, including its ending, or -1 if it is not one. */
  int endOfPieces(LexiconEntry entry, int start, int at) {
    if (entry.spelling()
        || isOwnS(start)
        || entry.text().length() < SHORTEST_IN_PIECES
        || entry.text().indexOf(' ') >= 0
        || entry.score() < 0.9) {
      return -1;
    }
    int end = at;
    while (end < text.length() && LetterForms.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    boolean known = end == at || EverydayWords.isEnding(text, at, end);
    return known && !everyday.areAll(text, start, end) ? end : -1;
  }

  /** "it's hit", "he s hit": the first piece ends another word. */
  private boolean isOwnS(int start) {
    if (start > 0 && text.charAt(start - 1) == '\'') {
      return true;
    }
    if (start < 2 || text.charAt(start) != 's' || text.charAt(start + 1) != ' ') {
      return false;
    }
    int from = text.lastIndexOf(' ', start - 2) + 1;
    return text.charAt(start - 1) == ' ' && OWNERS.contains(text.substring(from, start - 1));
  }

  boolean endsWord(LexiconEntry entry, int at) {
    int end = at;
    boolean plural = end < text.length() && (text.charAt(end) == 's' || text.charAt(end) == 'z');
    if (plural && !entry.text().endsWith("s")) {
      end++;
    }
    return isEnd(at) || isEnd(end);
  }

  private boolean isEnd(int at) {
    boolean signs = // "c0ck+@il"
        at + 1 < text.length() && SIGNS.indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) != ' ';
    return at >= text.length()
        || !(signs || LetterForms.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '*');
  }
}
