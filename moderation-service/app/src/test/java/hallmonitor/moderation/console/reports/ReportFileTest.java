package hallmonitor.moderation.console.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.reports.Table.Cell;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportFileTest {
  @Test
  void theFileBeginsWithAMarkAndHoldsPlainNumbers() {
    Table table =
        new Table(
            "t",
            Sentence.of("Title"),
            Sentence.NONE,
            Sentence.NONE,
            List.of(Table.words(Sentence.of("Clause")), Table.number(Sentence.of("Times"))),
            List.of(List.of(Cell.text("Größe"), Cell.count(12_345))));

    assertThat(new String(ReportFile.of("From then", List.of(table)), UTF_8))
        .isEqualTo(
            "\uFEFF\"From then\"\r\n\r\n\"Title\"\r\n\"Clause\",\"Times\"\r\n\"Größe\",\"12345\"\r\n");
  }
}
