package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.console.page.Csv;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A report for spreadsheets. */
final class ReportFile {
  private ReportFile() {}

  static byte[] of(String heading, List<ReportTable> tables) {
    StringBuilder text = new StringBuilder(Csv.START);
    line(text, List.of(heading));
    for (ReportTable table : tables) {
      text.append("\r\n");
      line(text, List.of(table.title()));
      line(text, table.columns().stream().map(ReportTable.Column::title).toList());
      table.rows().forEach(row -> line(text, row.stream().map(ReportTable.Cell::plain).toList()));
      if (!table.means().isEmpty()) {
        line(text, List.of(table.means()));
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, List<? extends CharSequence> cells) {
    text.append(Csv.line(cells.toArray()));
  }
}
