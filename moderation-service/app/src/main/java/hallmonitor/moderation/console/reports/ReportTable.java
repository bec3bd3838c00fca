package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.statistics.Proportion;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Locale;

/**
 * A table of a report for page, CSV and PDF: the page in the reader's language, the files in
 * English.
 *
 * @param id for the page's addresses
 * @param means sentences that explain the figures and their limits; may be empty
 * @param none text if there are no rows
 */
public record ReportTable(
    String id,
    Sentence title,
    Sentence means,
    Sentence none,
    List<Column> columns,
    List<List<Cell>> rows) {
  /**
   * A column.
   *
   * @param number whether it is right-aligned
   */
  public record Column(Sentence title, boolean number) {}

  /**
   * A cell.
   *
   * @param shown for people
   * @param plain for a spreadsheet
   */
  public record Cell(CharSequence shown, String plain, boolean number) {
    public static Cell text(CharSequence text) {
      return new Cell(text, text.toString(), false);
    }

    static Cell count(long count) {
      return new Cell(String.format(Locale.US, "%,d", count), Long.toString(count), true);
    }

    /** Returns a share from 0 to 1 as a cell; NaN is a dash. */
    static Cell share(double share) {
      return Double.isNaN(share)
          ? new Cell("–", "", true)
          : new Cell(percent(share), String.format(Locale.ROOT, "%.5f", share), true);
    }

    static Cell between(Proportion of) {
      return of.whole() == 0
          ? new Cell("–", "", true)
          : new Cell(
              Sentence.of("{1} to {2}", percent(of.low()), percent(of.high())),
              String.format(Locale.ROOT, "%.5f to %.5f", of.low(), of.high()),
              true);
    }

    /** Returns a duration; null is a dash. */
    static Cell seconds(Double seconds) {
      return seconds == null
          ? new Cell("–", "", true)
          : new Cell(inWords(seconds), String.format(Locale.ROOT, "%.1f", seconds), true);
    }

    private static String percent(double share) {
      return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    private static String inWords(double seconds) {
      if (seconds < 120) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
      }
      return seconds < 7_200
          ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
          : String.format(Locale.ROOT, "%.1f h", seconds / 3_600);
    }
  }

  public static Column words(Sentence title) {
    return new Column(title, false);
  }

  static Column number(Sentence title) {
    return new Column(title, true);
  }
}
