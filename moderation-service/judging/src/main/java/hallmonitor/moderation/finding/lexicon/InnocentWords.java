package hallmonitor.moderation.finding.lexicon;

import hallmonitor.moderation.text.LetterForms;
import java.util.HashSet;
import java.util.Set;

/** Words that hold an entry and are never held against anybody. */
final class InnocentWords {
  /** Shorter ones with a star in them are seldom innocent. */
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

  /** Whether the word around a place is an innocent one. */
  boolean areAround(String text, int hitFrom, int hitTo) {
    // A word longer than any innocent one, plural included, need not be seen whole: one of 60,000
    // letters with a hit in every fourth would be read 15,000 times.
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

  /** Whether a word, or what its plural is of, or what its stars can hide, is one of them. */
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
