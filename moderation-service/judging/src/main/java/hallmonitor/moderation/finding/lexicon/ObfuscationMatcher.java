package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.finding.lexicon.LexiconHit.How;
import hallmonitor.moderation.finding.scan.CharTrie;
import hallmonitor.moderation.text.LetterForms;
import org.jspecify.annotations.Nullable;

/**
 * Tries to read entries from a place in light text that contains signs. A sign may stand for a
 * letter that it resembles, hide any letter, or separate two letters. A match must contain a sign
 * and be a whole word, unless the entry may be anywhere.
 */
final class ObfuscationMatcher {
  private static final int LETTERS = 27;
  private static final int MOST_STARS = 5;

  /** Most steps per piece of text, to bound signs that can be read in many ways. */
  private static final int MOST_STEPS = 6_000;

  private final Lexicon lexicon;
  private final String text;
  private final int end;
  private final SignsAround around;
  private int start;
  private boolean inWord;
  private CharTrie trie;
  private @Nullable LexiconHit best;
  private int steps;

  ObfuscationMatcher(Lexicon lexicon, String text, int end) {
    this.lexicon = lexicon;
    this.text = text;
    this.end = end;
    this.around = new SignsAround(lexicon.everyday(), text, end);
    this.trie = lexicon.anywhere();
  }

  /** Returns the longest entry from a place, or null. */
  @Nullable LexiconHit longest(int from, boolean within) {
    start = from;
    inWord = within;
    best = null;
    trie = lexicon.anywhere();
    step(0, from, ObfuscationReading.NOTHING);
    if (!within) {
      trie = lexicon.atStart();
      step(0, from, ObfuscationReading.NOTHING);
    }
    return best;
  }

  private void step(int node, int at, ObfuscationReading read) {
    int entry = trie.valueAt(node);
    if (entry != CharTrie.NONE) {
      take(lexicon.entry(entry), at, read);
    }
    if (at >= end || ++steps > MOST_STEPS) {
      return;
    }
    char c = text.charAt(at);
    int child = trie.child(node, c);
    if (child != 0 && c != ' ') {
      step(child, at + 1, read.letter(c));
    } else if (c == read.last()) {
      step(node, at + 1, read);
    }
    if (c == 'v' && trie.child(node, 'u') != 0) {
      step(trie.child(node, 'u'), at + 1, read.letter('u'));
    } else if (c == 'l' && trie.child(node, 'i') != 0) {
      step(trie.child(node, 'i'), at + 1, read.letter('i'));
    }
    drawn(node, at, read);
    if (!LetterForms.isLetter(c)) {
      sign(node, at, c, read);
    }
  }

  private void sign(int node, int at, char c, ObfuscationReading read) {
    String alike = Signs.alike(c);
    boolean digit = LetterForms.isDigit(c);
    for (int i = 0; i < alike.length(); i++) {
      char letter = alike.charAt(i);
      int child = trie.child(node, letter);
      if (child != 0) {
        step(child, at + 1, read.sign(letter, digit));
      } else if (letter == read.last()) {
        step(node, at + 1, read.sign(letter, digit));
      }
    }
    if (at == start) {
      return;
    }
    if (Signs.isPart(c)) {
      step(node, at + 1, read.part());
    }
    boolean besideSign = isOtherMark(at - 1, c) || isOtherMark(at + 1, c);
    if (read.stars() < MOST_STARS
        && !alternates(at)
        && (Signs.isMask(c)
            || (!read.parted() && isMidst(at))
            || ("@$!".indexOf(c) >= 0 && besideSign))) {
      for (int sign = 1; sign <= LETTERS; sign++) {
        int child = trie.childBySign(node, sign);
        if (child != 0) {
          step(child, at + 1, read.star());
        }
      }
    }
  }

  private boolean isOtherMark(int at, char c) {
    return at > start
        && at < end
        && text.charAt(at) != c
        && (Signs.isMask(text.charAt(at)) || "@$!".indexOf(text.charAt(at)) >= 0);
  }

  /** {@code f-ck}, {@code f--k}, {@code f.ck}: punctuation hides a letter only between letters. */
  private boolean isMidst(int at) {
    char c = text.charAt(at);
    int before = c == '-' && text.charAt(at - 1) == '-' ? at - 2 : at - 1;
    int after = at + 1 < end && c == '-' && text.charAt(at + 1) == '-' ? at + 2 : at + 1;
    return ".-_".indexOf(c) >= 0
        && before >= start
        && after < end
        && LetterForms.isLetter(text.charAt(before))
        && LetterForms.isLetter(text.charAt(after));
  }

  /** {@code c*l*a*s*s}: signs between all letters hide no letter. */
  private boolean alternates(int at) {
    return (is(at, at - 2) && (is(at, at + 2) || is(at, at - 4)))
        || (is(at, at + 2) && is(at, at + 4));
  }

  private boolean is(int at, int other) {
    return other > start && other < end && text.charAt(at) == text.charAt(other);
  }

  private void drawn(int node, int at, ObfuscationReading read) {
    char c = text.charAt(at);
    if (at + 1 >= end || (LetterForms.isLetter(c) && "lipv".indexOf(c) < 0)) {
      return;
    }
    for (String drawn : Signs.drawnFrom(c)) {
      if (text.regionMatches(at, drawn, 1, drawn.length() - 1)) {
        int child = trie.child(node, drawn.charAt(0));
        if (child != 0) {
          step(child, Math.min(end, at + drawn.length() - 1), read.sign(drawn.charAt(0), false));
        }
      }
    }
  }

  private void take(LexiconEntry entry, int at, ObfuscationReading read) {
    if (read.isPlain() || (best != null && at <= best.to()) || entry.text().length() < 2) {
      return;
    }
    boolean whole =
        around.isEnd(at, read.parted()) && !(inWord && (entry.glued() || read.parted()));
    boolean open = entry.open() && (read.stars() == 0 || whole || around.hasEnding(at));
    if (!open
        && !whole
        && (read.parted() || !entry.glued() || !around.isGlued(entry, start, at, inWord))) {
      return;
    }
    double most = most(entry, at, read);
    String word = read.parted() ? around.joined(start) : around.word(start, at);
    if (most > 0 && !lexicon.innocent().contain(word)) {
      best = new LexiconHit(entry, start, at, most, How.IN_SIGNS);
    }
  }

  /** Returns the highest score of such a reading, or 0 if there is none. */
  private double most(LexiconEntry entry, int at, ObfuscationReading read) {
    int length = entry.text().length();
    int clear = read.letters() - read.digits();
    if (clear == 0 || read.letters() < read.stars() || read.letters() < 2 || entry.score() < 0.5) {
      return 0;
    }
    if (entry.spelling()
        && (read.stars() > 0 || read.parted() || read.signs() + read.digits() > 1)) {
      return 0;
    }
    boolean bold = start > 0 && text.charAt(start - 1) == '*' && text.charAt(at - 1) == '*';
    boolean punctuated = read.stars() > 0 && containsPunctuation(at);
    if ((bold && read.stars() > 0) || (punctuated && !entry.glued() && !entry.open())) {
      return 0;
    }
    boolean short3 = length < 4;
    if (short3 && read.digits() == 1 && LetterForms.isDigit(text.charAt(at - 1))) {
      return 0; // "AS5" is the name of a thing
    }
    if (read.stars() > 0
        && (short3
            ? entry.score() < 0.95
            : read.letters() == read.stars() && entry.score() < 0.95)) {
      return 0;
    }
    if (read.parted()) {
      if (short3 && at - start < length * 2 - 1 || lexicon.everyday().areAll(text, start, at)) {
        return 0;
      }
    }
    if (read.letters() <= read.stars() || (short3 && (read.digits() > 1 || read.stars() > 0))) {
      return LexiconHit.BARELY_SHOWN;
    }
    return punctuated || (read.parted() && at - start < length * 2 - 1) ? LexiconHit.UNSURE : 1;
  }

  private boolean containsPunctuation(int at) {
    for (int i = start; i < at; i++) {
      if (".-_".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
