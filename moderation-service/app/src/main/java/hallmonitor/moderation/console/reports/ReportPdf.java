package hallmonitor.moderation.console.reports;

import hallmonitor.printing.PrintTemplate;
import hallmonitor.printing.PrintedTable;
import java.util.List;
import java.util.function.Function;

/** A report on paper: the tables, one after the other. */
public final class ReportPdf {
  /** Relative width of a column of words; a column of numbers has 1. */
  private static final double WIDE = 2.6;

  private static final PrintTemplate PAGES = new PrintTemplate(ReportPdf.class, "report.html");

  /** A table with the words around it. */
  public record Part(String title, PrintedTable table, String none, String means) {}

  private ReportPdf() {}

  public static byte[] of(String title, String heading, List<ReportTable> tables) {
    return ofParts(title, heading, parts(tables, CharSequence::toString));
  }

  static byte[] ofParts(String title, String heading, List<Part> parts) {
    return PAGES.pdf("title", title, "heading", heading, "parts", parts);
  }

  /**
   * Returns tables as text.
   *
   * @param says returns words in the reader's language
   */
  static List<Part> parts(List<ReportTable> tables, Function<CharSequence, String> says) {
    return tables.stream().map(table -> part(table, says)).toList();
  }

  private static Part part(ReportTable table, Function<CharSequence, String> says) {
    double whole = table.columns().stream().mapToDouble(column -> column.number() ? 1 : WIDE).sum();
    return new Part(
        says.apply(table.title()),
        new PrintedTable(
            table.columns().stream()
                .map(
                    column ->
                        new PrintedTable.Column(
                            says.apply(column.title()),
                            100 * (column.number() ? 1 : WIDE) / whole,
                            column.number()))
                .toList(),
            table.rows().stream()
                .map(row -> row.stream().map(cell -> says.apply(cell.shown())).toList())
                .toList()),
        says.apply(table.none()),
        says.apply(table.means()));
  }
}
