package hallmonitor.moderation.text;

import java.util.Arrays;

/** A growing text; each unit knows its part of the original. */
final class TextBuffer {
  private char[] chars;
  private int[] from;
  private int[] to;
  private int length;

  TextBuffer(int capacity) {
    chars = new char[capacity];
    from = new int[capacity];
    to = new int[capacity];
  }

  void add(char c, int originalFrom, int originalTo) {
    if (length == chars.length) {
      int more = length * 2 + 16;
      chars = Arrays.copyOf(chars, more);
      from = Arrays.copyOf(from, more);
      to = Arrays.copyOf(to, more);
    }
    chars[length] = c;
    from[length] = originalFrom;
    to[length++] = originalTo;
  }

  /** Appends one unit of another buffer. */
  void copy(TextBuffer other, int index) {
    add(other.chars[index], other.from[index], other.to[index]);
  }

  void replaceLast(char c, int originalTo) {
    chars[length - 1] = c;
    to[length - 1] = originalTo;
  }

  /** Drops everything from an index on. */
  void cut(int index) {
    length = index;
  }

  void set(int index, char c) {
    chars[index] = c;
  }

  int length() {
    return length;
  }

  /**
   * Returns the unit at an index, or a space before the start and after the end, so that callers
   * need no bounds checks.
   */
  char at(int index) {
    return index < 0 || index >= length ? ' ' : chars[index];
  }

  int from(int index) {
    return from[index];
  }

  int to(int index) {
    return to[index];
  }

  String text() {
    return new String(chars, 0, length);
  }

  /** Returns the start in the original of each unit. */
  int[] allFrom() {
    return Arrays.copyOf(from, length);
  }

  /** Returns the end in the original of each unit. */
  int[] allTo() {
    return Arrays.copyOf(to, length);
  }

  /**
   * Trims white space at both ends and collapses it within. Returns the same buffer if nothing
   * changes.
   */
  TextBuffer withSingleSpaces() {
    if (hasSingleSpaces()) {
      return this;
    }
    TextBuffer result = new TextBuffer(length);
    for (int i = 0; i < length; i++) {
      if (chars[i] != ' ' || (result.length > 0 && result.chars[result.length - 1] != ' ')) {
        result.copy(this, i);
      }
    }
    if (result.length > 0 && result.chars[result.length - 1] == ' ') {
      result.length--;
    }
    return result;
  }

  private boolean hasSingleSpaces() {
    char before = ' ';
    for (int i = 0; i < length; i++) {
      if (chars[i] == ' ' && before == ' ') {
        return false;
      }
      before = chars[i];
    }
    return length == 0 || before != ' ';
  }
}
