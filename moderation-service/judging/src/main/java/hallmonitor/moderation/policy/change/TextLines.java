package hallmonitor.moderation.policy.change;

import hallmonitor.moderation.text.ListDifference;
import hallmonitor.moderation.text.ListDifference.Fate;
import java.util.ArrayList;
import java.util.List;

/** Two texts side by side, line by line. */
public final class TextLines {
  /** Far more lines than a file for people has; longer texts are not compared line by line. */
  private static final int MOST = 2_000;

  /** The lines around a difference that are shown with it. */
  private static final int AROUND = 2;

  /**
   * @param sign {@code +} for a line of the second text, {@code -} for one of the first, a space
   *     for one of both, {@code …} where lines of both are left out
   */
  public record Line(String sign, String text) {}

  private TextLines() {}

  /** The differing lines with a few around them; empty when the texts are the same. */
  public static List<Line> between(String before, String after) {
    List<Line> all =
        ListDifference.between(
                List.of(before.split("\n", -1)), List.of(after.split("\n", -1)), MOST)
            .stream()
            .map(step -> new Line(sign(step.fate()), step.element()))
            .toList();
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

  private static String sign(Fate fate) {
    return switch (fate) {
      case KEPT -> " ";
      case REMOVED -> "-";
      case ADDED -> "+";
    };
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
}
