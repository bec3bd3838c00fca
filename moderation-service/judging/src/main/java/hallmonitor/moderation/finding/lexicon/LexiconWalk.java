package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.finding.lexicon.LexiconHit.How;
import hallmonitor.moderation.finding.scan.CharTrie;
import hallmonitor.moderation.text.LetterForms;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tries to read entries from a place in the folded text. Doubled letters match one letter, a star
 * matches any letter, and one or two gaps may split a word of four letters or more unless all its
 * pieces are words.
 */
final class LexiconWalk {
  private static final int MOST_STARS = 4;
  private static final int MOST_GAPS = 2;
  private static final int LETTERS = 27;
  private static final String GAPS = " .-_/";
  private static final Set<String> KNOWN_BY_FIRST = Set.of("fuck", "bitch");

  private final Lexicon lexicon;
  private final String text;
  private final WordAround around;
  private int start;
  private boolean inWord;
  private CharTrie trie;
  private @Nullable LexiconHit best;

  LexiconWalk(Lexicon lexicon, String text) {
    this.lexicon = lexicon;
    this.text = text;
    this.around = new WordAround(lexicon.everyday(), text);
    this.trie = lexicon.anywhere();
  }

  /**
   * Returns the longest entry from a place, or null.
   *
   * @param within whether the place is in the middle of a word
   */
  @Nullable LexiconHit longest(int from, boolean within) {
    if (within && lexicon.anywhere().child(0, text.charAt(from)) == 0) {
      return null;
    }
    start = from;
    inWord = within;
    best = null;
    trie = lexicon.anywhere();
    step(0, start, 0, 0, 0);
    if (!inWord) {
      trie = lexicon.atStart();
      step(0, start, 0, 0, 0);
    }
    return best;
  }

  private void step(int node, int at, int stars, int letters, int gaps) {
    int entry = trie.valueAt(node);
    if (entry != CharTrie.NONE) {
      take(lexicon.entry(entry), at, stars, letters, gaps);
    }
    if (at >= text.length()) {
      return;
    }
    char c = text.charAt(at);
    if (c == '*') {
      for (int sign = 1; stars < MOST_STARS && sign <= LETTERS; sign++) {
        int child = trie.childBySign(node, sign);
        if (child != 0) {
          step(child, at + 1, stars + 1, letters, gaps);
        }
      }
      return;
    }
    int child = trie.child(node, c);
    if (child != 0) {
      step(child, at + 1, stars, letters + 1, gaps);
    } else if (at > start && c == text.charAt(at - 1) && c != ' ') {
      step(node, at + 1, stars, letters, gaps);
      return;
    }
    if (at > start && GAPS.indexOf(c) >= 0) {
      int phrase = c == ' ' ? 0 : trie.child(node, ' ');
      if (phrase != 0) { // 'cock-a-doodle' is 'cock a doodle'
        step(phrase, at + 1, stars, letters, gaps);
      } else if (!inWord && gaps < MOST_GAPS && stars == 0) {
        step(node, at + 1, stars, letters, gaps + 1);
      }
    }
  }

  private void take(LexiconEntry entry, int at, int stars, int letters, int gaps) {
    if ((best != null && at <= best.to()) || letters < 1) {
      return;
    }
    if (letters < 2 || letters < stars) {
      if (isKnownByFirst(entry, at, stars)) {
        best = new LexiconHit(entry, start, at, LexiconHit.BARELY_SHOWN, How.STARRED);
      }
      return;
    }
    if (letters == stars && (entry.score() < 0.95 || entry.text().length() < 4)) {
      return;
    }
    if (entry.text().length() < 3 && at - start > entry.text().length()) {
      return; // the Army Air Force (AAF) is not "af" stretched
    }
    boolean bold = start > 0 && text.charAt(start - 1) == '*' && text.charAt(at - 1) == '*';
    if (bold && stars > 0) {
      return; // "***WHO***"
    }
    if (stars > 0 && (entry.spelling() || (entry.open() && !around.hasEnding(entry, at)))) {
      return;
    }
    if (stars > 0 && entry.text().length() < 4 && text.charAt(at - 1) == '*') {
      return; // "as*" has a footnote
    }
    if (gaps > 0) {
      if (!LetterForms.isLetter(text.charAt(at - 1))) {
        return; // the gap is after the word
      }
      int end = around.endOfPieces(entry, start, at);
      if (end > 0) {
        best = new LexiconHit(entry, start, end, LexiconHit.UNSURE, How.IN_PIECES);
      }
    } else if (entry.open()
        || (around.endsWord(entry, at)
            && !(inWord && entry.glued())
            && !around.isPartOfWord(entry, start, at))
        || around.isGlued(entry, start, at)) {
      best =
          letters > stars
              ? new LexiconHit(entry, start, at, 1, stars == 0 ? How.PLAIN : How.IN_SIGNS)
              : new LexiconHit(entry, start, at, LexiconHit.BARELY_SHOWN, How.STARRED);
    }
  }

  /** {@code f***}, {@code b****}: one letter is enough by convention. */
  private boolean isKnownByFirst(LexiconEntry entry, int at, int stars) {
    return !inWord
        && KNOWN_BY_FIRST.contains(entry.text())
        && stars == entry.text().length() - 1
        && (around.endsWord(entry, at) || around.hasEnding(entry, at));
  }
}
