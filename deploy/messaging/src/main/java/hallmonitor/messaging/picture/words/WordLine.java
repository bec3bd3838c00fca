package hallmonitor.messaging.picture.words;

import java.util.List;

/** A line of words, as Tesseract found them together. */
record WordLine(List<Word> words) {
  private static final int LEAST_LETTERS = 3;

  /**
   * A word.
   *
   * @param confidence how sure Tesseract is, from 0 to 100
   * @param left in pixels, like the others
   */
  record Word(String text, double confidence, int left, int top, int width, int height) {
    /** Returns it with the letter that Tesseract often takes for a stroke. */
    Word upright() {
      return text.equals("|") ? new Word("I", confidence, left, top, width, height) : this;
    }

    /** Returns whether both stand at the same place. */
    boolean covers(Word other) {
      int wide = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
      int high = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
      long smaller = Math.min((long) width * height, (long) other.width * other.height);
      return wide > 0 && high > 0 && (long) wide * high * 4 > smaller;
    }
  }

  WordLine {
    words = List.copyOf(words);
  }

  /** Returns the words that are sure enough; what has neither letter nor digit is no word. */
  WordLine atLeast(double confidence) {
    return new WordLine(
        words.stream()
            .filter(word -> word.confidence() >= confidence)
            .map(Word::upright)
            .filter(word -> word.text().chars().anyMatch(Character::isLetterOrDigit))
            .toList());
  }

  /**
   * Returns whether a word of it is surely one: the grain of a photograph is read as lines of one
   * or two letters.
   */
  boolean isSure(double confidence) {
    return words.stream()
        .anyMatch(
            word ->
                word.confidence() >= confidence
                    && word.text().chars().filter(Character::isLetter).count() >= LEAST_LETTERS);
  }

  boolean covers(WordLine other) {
    return words.stream().anyMatch(word -> other.words.stream().anyMatch(word::covers));
  }

  /** Returns how much was read, and how surely: the sum over all letters. */
  double weight() {
    return words.stream().mapToDouble(w -> w.confidence() * w.text().length()).sum();
  }

  int top() {
    return words.stream().mapToInt(Word::top).min().orElse(0);
  }

  String text() {
    return String.join(" ", words.stream().map(Word::text).toList());
  }
}
