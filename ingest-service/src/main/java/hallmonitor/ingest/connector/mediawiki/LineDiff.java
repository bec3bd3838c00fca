package hallmonitor.ingest.connector.mediawiki;

import java.util.ArrayList;
import java.util.List;

/** Compares two texts line by line. */
final class LineDiff {
  /** Above this many pairs of lines, the changed part counts as replaced. */
  private static final long MOST_PAIRS = 4_000_000;

  /** Lines {@code oldFrom} to {@code oldTo} became {@code newFrom} to {@code newTo}, exclusive. */
  record Hunk(int oldFrom, int oldTo, int newFrom, int newTo) {}

  private LineDiff() {}

  /** Returns what changed, in order; between the hunks the lines are the same. */
  static List<Hunk> between(List<String> before, List<String> after) {
    int start = 0;
    int oldEnd = before.size();
    int newEnd = after.size();
    while (start < oldEnd && start < newEnd && before.get(start).equals(after.get(start))) {
      start++;
    }
    while (oldEnd > start
        && newEnd > start
        && before.get(oldEnd - 1).equals(after.get(newEnd - 1))) {
      oldEnd--;
      newEnd--;
    }
    if (start == oldEnd && start == newEnd) {
      return List.of();
    }
    if ((long) (oldEnd - start) * (newEnd - start) > MOST_PAIRS) {
      return List.of(new Hunk(start, oldEnd, start, newEnd));
    }
    return within(before.subList(start, oldEnd), after.subList(start, newEnd), start);
  }

  private static List<Hunk> within(List<String> before, List<String> after, int offset) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Hunk> hunks = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      int oldFrom = i;
      int newFrom = j;
      while (!(i < before.size() && j < after.size() && before.get(i).equals(after.get(j)))
          && (i < before.size() || j < after.size())) {
        boolean removed =
            j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1];
        i += removed ? 1 : 0;
        j += removed ? 0 : 1;
      }
      if (i > oldFrom || j > newFrom) {
        hunks.add(new Hunk(oldFrom + offset, i + offset, newFrom + offset, j + offset));
      }
      while (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      }
    }
    return hunks;
  }
}
