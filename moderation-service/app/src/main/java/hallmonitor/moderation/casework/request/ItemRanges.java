package hallmonitor.moderation.casework.request;

import java.util.Collection;
import java.util.Iterator;
import java.util.StringJoiner;
import java.util.TreeSet;

/** Numbers of items in few words, such as {@code 3, 5-9}. */
public final class ItemRanges {
  private ItemRanges() {}

  /** Returns the numbers in their order, each once; empty for none. */
  public static String of(Collection<Long> numbers) {
    StringJoiner ranges = new StringJoiner(", ");
    Iterator<Long> left = new TreeSet<>(numbers).iterator();
    if (!left.hasNext()) {
      return "";
    }
    long first = left.next();
    long last = first;
    while (left.hasNext()) {
      long number = left.next();
      if (number != last + 1) {
        ranges.add(range(first, last));
        first = number;
      }
      last = number;
    }
    return ranges.add(range(first, last)).toString();
  }

  private static String range(long first, long last) {
    return first == last ? "" + first : first + "-" + last;
  }
}
