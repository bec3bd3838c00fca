package hallmonitor.moderation.console.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.reports.Table.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"})
  void aCellThatASpreadsheetWouldCalculateIsDefused(String hostile) {
    assertThat(Csv.cell(hostile)).isEqualTo("\"'" + hostile + "\"");
  }

  @Test
  void quotesAreDoubledAndNulIsLeftOut() {
    assertThat(Csv.cell("a \"b\", c\0d")).isEqualTo("\"a \"\"b\"\", cd\"");
  }

  @Test
  void theFileBeginsWithAMarkAndHoldsPlainNumbers() {
    Table table =
        new Table(
            "t",
            "Title",
            "",
            "",
            List.of(Table.words("Clause"), Table.number("Times")),
            List.of(List.of(Cell.text("Größe"), Cell.count(12_345))));

    assertThat(new String(Csv.of("From then", List.of(table)), UTF_8))
        .isEqualTo(
            "\uFEFF\"From then\"\r\n\r\n\"Title\"\r\n\"Clause\",\"Times\"\r\n\"Größe\",\"12345\"\r\n");
  }
}
