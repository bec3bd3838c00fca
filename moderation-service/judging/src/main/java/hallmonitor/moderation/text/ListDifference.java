package hallmonitor.moderation.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What changed between two lists: as many elements as possible stay, by the usual table of longest
 * common subsequences.
 */
public final class ListDifference {
  /** What became of an element. */
  public enum Fate {
    KEPT,
    REMOVED,
    ADDED
  }

  /** One element of either list. */
  public record Step<T>(Fate fate, T element) {}

  private ListDifference() {}

  /**
   * The steps in order: without the added elements they are the old list, without the removed ones
   * the new list.
   *
   * @param most lists that differ over more elements than this are compared as a whole between
   *     their common beginning and end; the table has {@code most²} numbers
   */
  public static <T> List<Step<T>> between(List<T> before, List<T> after, int most) {
    int shorter = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<Step<T>> steps = new ArrayList<>();
    add(steps, Fate.KEPT, before.subList(0, start));
    middle(
        steps,
        before.subList(start, before.size() - end),
        after.subList(start, after.size() - end),
        most);
    add(steps, Fate.KEPT, before.subList(before.size() - end, before.size()));
    return steps;
  }

  private static <T> void middle(List<Step<T>> steps, List<T> before, List<T> after, int most) {
    if (before.size() > most || after.size() > most) {
      add(steps, Fate.REMOVED, before);
      add(steps, Fate.ADDED, after);
      return;
    }
    int[][] common = common(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() && j < after.size()) {
      if (before.get(i).equals(after.get(j))) {
        steps.add(new Step<>(Fate.KEPT, before.get(i++)));
        j++;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        steps.add(new Step<>(Fate.REMOVED, before.get(i++)));
      } else {
        steps.add(new Step<>(Fate.ADDED, after.get(j++)));
      }
    }
    add(steps, Fate.REMOVED, before.subList(i, before.size()));
    add(steps, Fate.ADDED, after.subList(j, after.size()));
  }

  /** Number of elements that two tails of the lists have in common, for each pair of tails. */
  private static <T> int[][] common(List<T> before, List<T> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static <T> void add(List<Step<T>> steps, Fate fate, List<T> elements) {
    elements.forEach(element -> steps.add(new Step<>(fate, element)));
  }
}
