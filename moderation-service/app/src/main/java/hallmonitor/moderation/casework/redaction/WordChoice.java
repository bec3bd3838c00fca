package hallmonitor.moderation.casework.redaction;

/**
 * The words that a person chooses in a text, from the first to the last.
 *
 * @param first number of a word, from 1; 0 if nothing is chosen
 * @param last at least {@code first}
 */
public record WordChoice(int first, int last) {
  public static final WordChoice NONE = new WordChoice(0, 0);

  public WordChoice {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException(first + " to " + last);
    }
  }

  /**
   * Returns the choice between two numbers that a person typed, in any order; nothing without a
   * first one, or if the text has no words.
   */
  public static WordChoice of(int first, int last, TextWords words) {
    if (first < 1 || words.count() == 0) {
      return NONE;
    }
    int one = words.within(first);
    int other = words.within(last < 1 ? first : last);
    return new WordChoice(Math.min(one, other), Math.max(one, other));
  }

  /**
   * Moves an end by a word.
   *
   * @param step first-back, first-on, last-back or last-on; anything else moves nothing
   */
  public WordChoice moved(String step, TextWords words) {
    if (this.equals(NONE)) {
      return step.isEmpty() ? this : of(1, 1, words);
    }
    return switch (step) {
      case "first-back" -> new WordChoice(words.within(first - 1), last);
      case "first-on" ->
          new WordChoice(words.within(first + 1), Math.max(last, words.within(first + 1)));
      case "last-back" ->
          new WordChoice(Math.min(first, words.within(last - 1)), words.within(last - 1));
      case "last-on" -> new WordChoice(first, words.within(last + 1));
      default -> this;
    };
  }
}
