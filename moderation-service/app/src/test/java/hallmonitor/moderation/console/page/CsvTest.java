package hallmonitor.moderation.console.page;

import static org.assertj.core.api.Assertions.assertThat;

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
}
