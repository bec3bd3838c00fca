package hallmonitor.printing;

import java.util.List;

/**
 * Rows below a header, each with a value for every column; for {@code {#include rows}}.
 *
 * @param rows shown unchanged; line breaks within a value stay
 */
public record PrintedTable(List<Column> columns, List<List<String>> rows) {
  /**
   * A column.
   *
   * @param percent of the table's width
   * @param number whether it is right-aligned
   */
  public record Column(String title, double percent, boolean number) {}

  public PrintedTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Creates a column of words. */
  public static Column words(String title, double percent) {
    return new Column(title, percent, false);
  }
}
