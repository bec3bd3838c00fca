package hallmonitor.moderation.finding.lexicon;

/**
 * An entry found in a text.
 *
 * @param from index in the searched text
 * @param most upper bound of its score
 */
record LexiconHit(LexiconEntry entry, int from, int to, double most, How how) {
  /** Highest score of what may be the word or an innocent one; leads to review. */
  static final double UNSURE = 0.75;

  /** Highest score of a word that hides as many letters as it shows. */
  static final double BARELY_SHOWN = 0.6;

  /** How a word was disguised. */
  enum How {
    PLAIN(""),
    STARRED(", with most letters starred out"),
    IN_SIGNS(", with signs for letters"),
    IN_PIECES(", cut in pieces"),
    MISSPELT(", with a letter wrong");

    final String words;

    How(String words) {
      this.words = words;
    }
  }

  double score() {
    return Math.min(entry.score(), most);
  }

  /** Returns whether it is an innocent phrase, which only hides the word within it. */
  boolean isPhrase() {
    return entry.categories().isEmpty();
  }
}
