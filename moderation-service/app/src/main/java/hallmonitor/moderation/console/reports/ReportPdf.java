package hallmonitor.moderation.console.reports;

import hallmonitor.printing.PrintTemplate;
import hallmonitor.printing.PrintedTable;
import java.util.List;

/** A report on paper: the tables, one after the other. */
public final class ReportPdf {
  /** Relative width of a column of words; a column of numbers has 1. */
  private static final double WIDE = 2.6;

  private static final PrintTemplate PAGES = new PrintTemplate(ReportPdf.class, "report.html");

  /** A table with the words around it. */
  public record Part(String title, PrintedTable table, String none, String means) {}

  private ReportPdf() {}

  public static byte[] of(String title, String heading, List<ReportTable> tables) {
    return PAGES.pdf(
        "title", title, "heading", heading, "parts", tables.stream().map(ReportPdf::part).toList());
  }

  private static Part part(ReportTable table) {
    double whole = table.columns().stream().mapToDouble(column -> column.number() ? 1 : WIDE).sum();
    return new Part(
        table.title().toString(),
        new PrintedTable(
            table.columns().stream()
                .map(
                    column ->
                        new PrintedTable.Column(
                            column.title().toString(),
                            100 * (column.number() ? 1 : WIDE) / whole,
                            column.number()))
                .toList(),
            table.rows().stream()
                .map(row -> row.stream().map(cell -> cell.shown().toString()).toList())
                .toList()),
        table.none().toString(),
        table.means().toString());
  }
}
