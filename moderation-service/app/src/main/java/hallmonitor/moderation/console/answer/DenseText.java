package hallmonitor.moderation.console.answer;

import java.util.Arrays;
import java.util.List;

/**
 * A text as if it had no white space: a line of a PDF can end anywhere in what is looked for. The
 * time grows with the length of the text, however long that is: as a regular expression, a line
 * with thousands of numbers would take more stack than a thread has.
 */
final class DenseText {
  private static final int NOWHERE = Integer.MAX_VALUE;
  private static final String WHITE = " \t\n\u000B\f\r";

  private final String text;
  private final String dense;

  /** Where each sign stands in the text. */
  private final int[] places;

  DenseText(String text) {
    this.text = text;
    this.places = new int[text.length()];
    StringBuilder signs = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (WHITE.indexOf(text.charAt(i)) < 0) {
        places[signs.length()] = i;
        signs.append(text.charAt(i));
      }
    }
    this.dense = signs.toString();
  }

  /**
   * Returns the text with an end of line in place of some words, with whatever white space stands
   * in them. "Sec. 5" is not in "Sec. 512".
   *
   * @param words without white space, the longest first
   */
  String without(List<String> words) {
    int[] next = new int[words.size()];
    Arrays.fill(next, -1);
    StringBuilder rest = new StringBuilder();
    int copied = 0;
    for (int from = 0; ; ) {
      int first = -1;
      for (int i = 0; i < next.length; i++) {
        if (next[i] < from) {
          next[i] = find(words.get(i), from);
        }
        if (next[i] != NOWHERE && (first < 0 || next[i] < next[first])) {
          first = i;
        }
      }
      if (first < 0) {
        return copied == 0 ? text : rest.append(text, copied, text.length()).toString();
      }
      from = next[first] + words.get(first).length();
      rest.append(text, copied, places[next[first]]).append('\n');
      copied = places[from - 1] + 1;
    }
  }

  private int find(String word, int from) {
    int at = dense.indexOf(word, from);
    while (at >= 0 && (isDigit(places[at] - 1) || isDigit(places[at + word.length() - 1] + 1))) {
      at = dense.indexOf(word, at + 1);
    }
    return at < 0 ? NOWHERE : at;
  }

  private boolean isDigit(int place) {
    return place >= 0
        && place < text.length()
        && text.charAt(place) >= '0'
        && text.charAt(place) <= '9';
  }
}
