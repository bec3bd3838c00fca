package hallmonitor.moderation.console.precision;

import hallmonitor.moderation.console.reports.ShortDay;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Small stacked bars for SVG, one a week, in view box units: confirmed at the bottom, then not
 * confirmed, then undecided. The table beside them has the same figures.
 */
record WeekBars(List<WeekRow> weeks, Locale locale) {
  private static final int STEP = 20;
  private static final int BAR = 15;
  private static final int HEIGHT = 60;

  /** A piece of a bar; {@code kind} from 0 chooses its color. */
  public record Segment(int kind, double x, double y, double height) {}

  /** A bar with all its pieces. */
  public record Week(Sentence said, List<Segment> segments) {}

  WeekBars {
    weeks = List.copyOf(weeks);
  }

  public int getWidth() {
    return STEP * weeks.size();
  }

  public int getHeight() {
    return HEIGHT;
  }

  public int getBar() {
    return BAR;
  }

  public List<Week> getBars() {
    long most = Math.max(1, weeks.stream().mapToLong(WeekRow::cases).max().orElse(1));
    List<Week> bars = new ArrayList<>();
    for (int i = 0; i < weeks.size(); i++) {
      WeekRow week = weeks.get(i);
      bars.add(
          new Week(
              Sentence.of(
                  "Week from {1}: {2} confirmed, {3} not confirmed, {4} undecided",
                  ShortDay.of(week.week(), locale),
                  week.confirmed().part(),
                  week.getRefuted(),
                  week.getUndecided()),
              segments(week, i * (double) STEP, most)));
    }
    return bars;
  }

  private static List<Segment> segments(WeekRow week, double x, long most) {
    long[] values = {week.confirmed().part(), week.getRefuted(), week.getUndecided()};
    List<Segment> segments = new ArrayList<>();
    double top = HEIGHT;
    for (int kind = 0; kind < values.length; kind++) {
      double height = Math.round(10.0 * HEIGHT * values[kind] / most) / 10.0;
      top -= height;
      if (height > 0) {
        segments.add(new Segment(kind, x, Math.round(10 * top) / 10.0, height));
      }
    }
    return segments;
  }
}
