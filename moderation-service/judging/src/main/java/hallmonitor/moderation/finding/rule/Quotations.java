package hallmonitor.moderation.finding.rule;

import hallmonitor.moderation.text.LetterForms;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The quoted parts of a text, found on first use. */
final class Quotations {
  private final String text;
  private int @Nullable [] opened;
  private int[] closed = new int[4];

  Quotations(String text) {
    this.text = text;
  }

  /** Returns whether a part of the text overlaps a quotation. */
  boolean touch(int from, int to) {
    if (opened == null) {
      opened = find();
    }
    int before = Arrays.binarySearch(opened, to);
    int last =
        (before < 0 ? -before - 1 : before)
            - 1; // the last quotation that opens before the part ends
    return last >= 0 && closed[last] > from;
  }

  private int[] find() {
    int[] begin = new int[4];
    int count = 0;
    int open = -1;
    char end = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (open < 0 && opens(i)) {
        open = i;
        end = c == '«' ? '»' : c;
      } else if (open >= 0 && c == end && (c != '\'' || !isLetter(i + 1))) {
        if (count == begin.length) {
          begin = Arrays.copyOf(begin, count * 2);
          closed = Arrays.copyOf(closed, count * 2);
        }
        begin[count] = open;
        closed[count++] = i;
        open = -1;
      }
    }
    return Arrays.copyOf(begin, count);
  }

  /** An apostrophe opens a quotation only before a word, not within or after one. */
  private boolean opens(int i) {
    char c = text.charAt(i);
    return c == '"' || c == '«' || (c == '\'' && isLetter(i + 1) && !isLetter(i - 1));
  }

  private boolean isLetter(int i) {
    return i >= 0 && i < text.length() && LetterForms.isLetterOrDigit(text.charAt(i));
  }
}
