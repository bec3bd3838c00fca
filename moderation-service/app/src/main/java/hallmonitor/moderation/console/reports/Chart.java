package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stacked bar chart for SVG, in view box units. Colors come from the stylesheet; a table beside
 * it contains the same data.
 */
final class Chart {
  static final int WIDTH = 520;
  static final int HEIGHT = 190;
  private static final int LEFT = 56;
  private static final int TOP = 12;
  private static final int BOTTOM = 22;
  private static final int MOST_LABELS = 6;
  private static final int MOST_THAT_SAY = 31;
  private static final double GAP = 0.25;

  /**
   * A bar.
   *
   * @param label of the bar
   * @param values one per series, from the bottom
   */
  record Bar(String label, List<Long> values) {
    long sum() {
      return values.stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * The pieces of one color, grouped to keep the page small, since a year has hundreds.
   *
   * @param number of the color, from 0
   */
  public record Series(int number, List<Piece> pieces) {}

  /**
   * A piece.
   *
   * @param said tooltip
   */
  public record Piece(double x, double y, double width, double height, Sentence said) {}

  /** A line of the scale, or a name below it. */
  public record Mark(double at, String label) {}

  private final List<Bar> bars;
  private final List<Sentence> names;
  private final long top;

  /**
   * Creates a chart.
   *
   * @param names of the series, from the bottom
   */
  Chart(List<Sentence> names, List<Bar> bars) {
    this.names = List.copyOf(names);
    this.bars = List.copyOf(bars);
    this.top = roundedUp(bars.stream().mapToLong(Bar::sum).max().orElse(0));
  }

  /**
   * Returns 4, 8 or 20 times a power of ten, at least {@code most}, so that its quarters are whole
   * numbers.
   */
  static long roundedUp(long most) {
    for (long power = 1; ; power *= 10) {
      for (long step : new long[] {4, 8, 20}) {
        if (step * power >= most) {
          return step * power;
        }
      }
    }
  }

  public List<Sentence> getNames() {
    return names;
  }

  public int getWidth() {
    return WIDTH;
  }

  public int getHeight() {
    return HEIGHT;
  }

  public int getLeft() {
    return LEFT;
  }

  /** Returns whether each piece can say what it shows without making the page large. */
  public boolean isFew() {
    return bars.size() <= MOST_THAT_SAY;
  }

  /** Returns where the numbers of the scale end. */
  public int getTextEnd() {
    return LEFT - 6;
  }

  /** Returns the baseline of the names below the bars. */
  public int getFoot() {
    return HEIGHT - 5;
  }

  public List<Series> getSeries() {
    return IntStream.range(0, names.size()).mapToObj(s -> new Series(s, pieces(s))).toList();
  }

  private List<Piece> pieces(int series) {
    List<Piece> pieces = new ArrayList<>();
    double step = step();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      long below = bar.values().stream().limit(series).mapToLong(Long::longValue).sum();
      long value = bar.values().get(series);
      if (value > 0) {
        pieces.add(
            new Piece(
                rounded(LEFT + i * step + step * GAP / 2),
                rounded(y(below + value)),
                rounded(step * (1 - GAP)),
                rounded(y(below) - y(below + value)),
                Sentence.of("{1}: {2} {3}", bar.label(), names.get(series), value)));
      }
    }
    return pieces;
  }

  public List<Mark> getLines() {
    List<Mark> lines = new ArrayList<>();
    for (int quarter = 0; quarter <= 4; quarter++) {
      long value = top * quarter / 4;
      lines.add(new Mark(rounded(y(value)), String.format("%,d", value)));
    }
    return lines;
  }

  public List<Mark> getLabels() {
    List<Mark> labels = new ArrayList<>();
    int every = Math.max(1, (bars.size() + MOST_LABELS - 1) / MOST_LABELS);
    for (int i = 0; i < bars.size(); i += every) {
      labels.add(new Mark(rounded(LEFT + (i + 0.5) * step()), bars.get(i).label()));
    }
    return labels;
  }

  private double step() {
    return (double) (WIDTH - LEFT) / Math.max(1, bars.size());
  }

  private double y(long value) {
    double room = HEIGHT - TOP - BOTTOM;
    return TOP + room - room * value / top;
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
