package hallmonitor.moderation.casework.search;

import java.util.List;

/**
 * One part of a search: a word, or words that follow each other.
 *
 * @param words in small letters, as {@link SearchWord#accented}; at least one
 * @param match how the last of them is compared
 * @param without whether texts with it are left out
 */
public record SearchTerm(List<String> words, Match match, boolean without) {
  /** How a word is compared. */
  public enum Match {
    /** In any form of the word. */
    FORMS,
    /** The beginning of a word. */
    BEGINNING,
    /** Words that are nearly the same. */
    NEAR
  }

  public SearchTerm {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a term has at least one word");
    }
  }

  /** Returns the last word without accents. */
  public String last() {
    return SearchWord.fold(words.get(words.size() - 1));
  }
}
