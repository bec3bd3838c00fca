package hallmonitor.moderation.finding.lexicon;

/**
 * An entry that was read in a text.
 *
 * @param from in the text that was searched
 * @param most its score is no higher than this
 */
record LexiconHit(LexiconEntry entry, int from, int to, double most, How how) {
  /** Score of what may be the word and may be an innocent one: a person looks. */
  static final double UNSURE = 0.75;

  /** Score of what shows as few letters as it hides. */
  static final double BARELY_SHOWN = 0.6;

  /** How a word was hidden. */
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

  /** Whether it is an innocent phrase, which only hides the word in it. */
  boolean isPhrase() {
    return entry.categories().isEmpty();
  }
}
