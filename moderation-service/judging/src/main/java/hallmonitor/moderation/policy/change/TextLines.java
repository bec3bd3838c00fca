package hallmonitor.moderation.policy.change;

import java.util.ArrayList;
import java.util.List;

/** Compares two texts line by line by their longest common subsequence. */
public final class TextLines {
  /** Most lines compared, far more than a readable file has. */
  private static final int MOST = 2_000;

  /** Unchanged lines shown around a difference. */
  private static final int AROUND = 2;

  /**
   * A line of the result.
   *
   * @param sign {@code +} for a line of the second text, {@code -} for one of the first, a space
   *     for a common line, {@code …} for omitted common lines
   */
  public record Line(String sign, String text) {}

  private TextLines() {}

  /** Returns the differing lines with a few around them; empty if the texts are equal. */
  public static List<Line> between(String before, String after) {
    List<Line> all = all(before.split("\n", -1), after.split("\n", -1));
    List<Line> shown = new ArrayList<>();
    boolean gap = false;
    for (int i = 0; i < all.size(); i++) {
      if (nearChange(all, i)) {
        if (gap && !shown.isEmpty()) {
          shown.add(new Line("…", ""));
        }
        gap = false;
        shown.add(all.get(i));
      } else {
        gap = true;
      }
    }
    return shown;
  }

  private static boolean nearChange(List<Line> all, int at) {
    int to = Math.min(all.size() - 1, at + AROUND);
    for (int i = Math.max(0, at - AROUND); i <= to; i++) {
      if (!all.get(i).sign().equals(" ")) {
        return true;
      }
    }
    return false;
  }

  private static List<Line> all(String[] a, String[] b) {
    List<Line> lines = new ArrayList<>();
    int head = 0;
    while (head < a.length && head < b.length && a[head].equals(b[head])) {
      lines.add(new Line(" ", a[head++]));
    }
    int tail = 0;
    while (tail < a.length - head
        && tail < b.length - head
        && a[a.length - 1 - tail].equals(b[b.length - 1 - tail])) {
      tail++;
    }
    middle(lines, a, b, head, tail);
    for (int i = a.length - tail; i < a.length; i++) {
      lines.add(new Line(" ", a[i]));
    }
    return lines;
  }

  private static void middle(List<Line> lines, String[] a, String[] b, int head, int tail) {
    int n = a.length - head - tail;
    int m = b.length - head - tail;
    int[][] common = n > MOST || m > MOST ? null : common(a, b, head, n, m);
    int i = 0;
    int j = 0;
    while (i < n || j < m) {
      boolean same = common != null && i < n && j < m && a[head + i].equals(b[head + j]);
      if (same) {
        lines.add(new Line(" ", a[head + i++]));
        j++;
      } else if (i < n && (j == m || common == null || common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line("-", a[head + i++]));
      } else {
        lines.add(new Line("+", b[head + j++]));
      }
    }
  }

  /** Returns, for each pair of lines, the length of the longest common subsequence of the rest. */
  private static int[][] common(String[] a, String[] b, int head, int n, int m) {
    int[][] common = new int[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        common[i][j] =
            a[head + i].equals(b[head + j])
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
