package hallmonitor.local.practice;

import java.util.Arrays;

/** When each comment was written, by id: a growing list that never runs backwards. */
final class Timeline {
  private long[] seconds = new long[1024];
  private int size;

  /**
   * Adds a time.
   *
   * @throws IllegalArgumentException if it is before the last one
   */
  void add(long second) {
    if (second < last()) {
      throw new IllegalArgumentException("time ran backwards to " + second);
    }
    if (size == seconds.length) {
      seconds = Arrays.copyOf(seconds, size * 2);
    }
    seconds[size++] = second;
  }

  /** Returns the latest time, or 0 if there is none. */
  long last() {
    return size == 0 ? 0 : seconds[size - 1];
  }

  /** Returns the first index with a time that is not before the given one. */
  int indexFrom(long second) {
    int found = Arrays.binarySearch(seconds, 0, size, second);
    int index = found < 0 ? -found - 1 : found;
    while (index > 0 && seconds[index - 1] == second) {
      index--;
    }
    return index;
  }
}
