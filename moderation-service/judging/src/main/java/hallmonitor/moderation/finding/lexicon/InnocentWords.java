package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.text.LetterForms;
import java.util.HashSet;
import java.util.Set;

/** Innocent words that contain a lexicon entry and never count as a violation. */
final class InnocentWords {
  /** Shorter words with a star in them are seldom innocent. */
  private static final int SHORTEST_STARRED = 6;

  private final Set<String> words = new HashSet<>();
  private int longest;

  void add(String word) {
    words.add(word);
    longest = Math.max(longest, word.length());
  }

  void remove(String word) {
    words.remove(word);
  }

  /** Returns whether the word around a hit is innocent. */
  boolean areAround(String text, int hitFrom, int hitTo) {
    // A word longer than any innocent one, plural included, is not read to its end. Otherwise a
    // word of 60,000 letters with a hit in every fourth would be read 15,000 times.
    int most = longest + 1;
    int from = hitFrom;
    while (from > 0 && hitTo - from <= most && isWithin(text.charAt(from - 1))) {
      from--;
    }
    int to = hitTo;
    while (to < text.length() && to - from <= most && isWithin(text.charAt(to))) {
      to++;
    }
    return contain(text.substring(from, to));
  }

  private static boolean isWithin(char c) {
    return LetterForms.isLetter(c) || c == '*';
  }

  /** Returns whether a word, its singular, or what its stars can hide is innocent. */
  boolean contain(String word) {
    return words.contains(word)
        || (word.endsWith("s") && words.contains(word.substring(0, word.length() - 1)))
        || (word.indexOf('*') > 0
            && word.length() >= SHORTEST_STARRED
            && words.stream().anyMatch(plain -> isStarred(word, plain)));
  }

  private static boolean isStarred(String word, String plain) {
    if (word.length() != plain.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != '*' && word.charAt(i) != plain.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
