package hallmonitor.moderation.finding;

import hallmonitor.moderation.finding.Lexicon.Entry;
import hallmonitor.moderation.finding.Lexicon.Hit;
import hallmonitor.moderation.finding.Lexicon.How;
import hallmonitor.moderation.text.Letters;
import java.util.Set;

/**
 * Attempts to read entries from places of the folded text on. Letters written twice count once
 * where the entry has one, a star stands for any letter, and one or two gaps may part a word of
 * four letters or more, provided that the pieces are not all words of their own.
 */
final class LexiconWalk {
  private static final int MOST_STARS = 4;
  private static final int MOST_GAPS = 2;
  private static final int LETTERS = 27;
  private static final int SHORTEST_IN_PIECES = 4;
  private static final String GAPS = " .-_/";
  private static final String SIGNS = "+@$|\\";
  private static final Set<String> KNOWN_BY_FIRST = Set.of("fuck", "bitch");
  private static final String PARTS = ".-_*";
  private static final int LONGEST_SHORT = 5;
  private static final Set<String> OWNERS =
      Set.of("he", "she", "it", "that", "what", "who", "there", "here", "where", "how", "let");

  private final Lexicon lexicon;
  private final String text;
  private int start;
  private boolean inWord;
  private CharTrie trie;
  private Hit best;

  LexiconWalk(Lexicon lexicon, String text) {
    this.lexicon = lexicon;
    this.text = text;
    this.trie = lexicon.anywhere();
  }

  /**
   * The longest entry from a place on, or null.
   *
   * @param within whether the place is in the midst of a word
   */
  Hit longest(int from, boolean within) {
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

  private void take(Entry entry, int at, int stars, int letters, int gaps) {
    if ((best != null && at <= best.to()) || letters < 1) {
      return;
    }
    if (letters < 2 || letters < stars) {
      if (isKnownByFirst(entry, at, stars)) {
        best = new Hit(entry, start, at, Lexicon.BARELY_SHOWN, How.STARRED);
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
    if (stars > 0 && (entry.spelling() || (entry.open() && !hasEnding(entry, at)))) {
      return;
    }
    if (stars > 0 && entry.text().length() < 4 && text.charAt(at - 1) == '*') {
      return; // "as*" has a footnote
    }
    if (gaps > 0) {
      if (!Letters.isLetter(text.charAt(at - 1))) {
        return; // the gap is behind the word
      }
      int end = endOfPieces(entry, at);
      if (end > 0) {
        best = new Hit(entry, start, end, Lexicon.UNSURE, How.IN_PIECES);
      }
    } else if (entry.open()
        || (endsWord(entry, at) && !(inWord && entry.glued()) && !isPartOfWord(entry, at))
        || isGlued(entry, at)) {
      best =
          letters > stars
              ? new Hit(entry, start, at, 1, stars == 0 ? How.PLAIN : How.IN_SIGNS)
              : new Hit(entry, start, at, Lexicon.BARELY_SHOWN, How.STARRED);
    }
  }

  /** {@code f***}, {@code b****}: by custom one letter is enough. */
  private boolean isKnownByFirst(Entry entry, int at, int stars) {
    return !inWord
        && KNOWN_BY_FIRST.contains(entry.text())
        && stars == entry.text().length() - 1
        && (endsWord(entry, at) || hasEnding(entry, at));
  }

  private boolean isGlued(Entry entry, int at) {
    if (!entry.glued()) {
      return false;
    }
    int from = start;
    while (from > 0
        && start - from <= Everyday.LONGEST_RUN
        && Letters.isLetter(text.charAt(from - 1))) {
      from--;
    }
    int to = at;
    while (to < text.length()
        && to - at <= Everyday.LONGEST_RUN
        && Letters.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    return lexicon
        .everyday()
        .surrounds(text.substring(from, start), text.substring(at, to), entry.english());
  }

  private boolean hasEnding(Entry entry, int at) {
    int end = at;
    while (end < text.length() && Letters.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return Everyday.isEnding(text, at, end) || endsWord(entry, at);
  }

  /** {@code gl-asses}, {@code tit_les}: a short word beside a sign and a piece that is no word. */
  private boolean isPartOfWord(Entry entry, int at) {
    if (entry.text().length() > LONGEST_SHORT) {
      return false;
    }
    int end = at;
    while (end < text.length() && Letters.isLetter(text.charAt(end))) {
      end++;
    }
    if (isPart(end) && isLetter(end + 1)) {
      int to = end + 1;
      while (isLetter(to)) {
        to++;
      }
      if (!lexicon.everyday().isOne(text, end + 1, to)) {
        return true;
      }
    }
    if (isPart(start - 1) && isLetter(start - 2)) {
      int from = start - 2;
      while (isLetter(from - 1)) {
        from--;
      }
      return !lexicon.everyday().isOne(text, from, start - 1);
    }
    return false;
  }

  private boolean isPart(int at) {
    return at >= 0 && at < text.length() && PARTS.indexOf(text.charAt(at)) >= 0;
  }

  private boolean isLetter(int at) {
    return at >= 0 && at < text.length() && Letters.isLetter(text.charAt(at));
  }

  /** Where a word in pieces ends, its ending included; -1 where it is none. */
  private int endOfPieces(Entry entry, int at) {
    if (entry.spelling()
        || isOwnS()
        || entry.text().length() < SHORTEST_IN_PIECES
        || entry.text().indexOf(' ') >= 0
        || entry.score() < 0.9) {
      return -1;
    }
    int end = at;
    while (end < text.length() && Letters.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    boolean known = end == at || Everyday.isEnding(text, at, end);
    return known && !lexicon.everyday().areAll(text, start, end) ? end : -1;
  }

  /** "it's hit", "he s hit": the first piece is the end of another word. */
  private boolean isOwnS() {
    if (start > 0 && text.charAt(start - 1) == '\'') {
      return true;
    }
    if (start < 2 || text.charAt(start) != 's' || text.charAt(start + 1) != ' ') {
      return false;
    }
    int from = text.lastIndexOf(' ', start - 2) + 1;
    return text.charAt(start - 1) == ' ' && OWNERS.contains(text.substring(from, start - 1));
  }

  private boolean endsWord(Entry entry, int at) {
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
        || !(signs || Letters.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '*');
  }
}
