package hallmonitor.printing;

import java.util.List;

/**
 * Rows under a head, each with a value for every column; for {@code {#include rows}}.
 *
 * @param rows repeated as they are; lines within a value stay lines
 */
public record PrintedTable(List<Column> columns, List<List<String>> rows) {
  /**
   * @param percent of the table's width
   * @param number whether it is set to the right
   */
  public record Column(String title, double percent, boolean number) {}

  public PrintedTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A column of words. */
  public static Column words(String title, double percent) {
    return new Column(title, percent, false);
  }
}
