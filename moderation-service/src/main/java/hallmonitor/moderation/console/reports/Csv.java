package hallmonitor.moderation.console.reports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A report as a spreadsheet opens it: RFC 4180, UTF-8 with a mark at the start, without which Excel
 * takes it for something else. A cell that a spreadsheet would calculate is defused (OWASP, CSV
 * Injection).
 */
final class Csv {
  private static final String MARK = "\uFEFF";
  private static final String STARTS_A_FORMULA = "=+-@\t\r\n\0";

  private Csv() {}

  static byte[] of(String heading, List<Table> tables) {
    StringBuilder text = new StringBuilder(MARK);
    line(text, List.of(heading));
    for (Table table : tables) {
      text.append("\r\n");
      line(text, List.of(table.title()));
      line(text, table.columns().stream().map(Table.Column::title).toList());
      table.rows().forEach(row -> line(text, row.stream().map(Table.Cell::plain).toList()));
      if (!table.means().isEmpty()) {
        line(text, List.of(table.means()));
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
  }

  static String cell(String value) {
    boolean formula = !value.isEmpty() && STARTS_A_FORMULA.indexOf(value.charAt(0)) >= 0;
    String safe = (formula ? "'" + value : value).replace("\0", "");
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
