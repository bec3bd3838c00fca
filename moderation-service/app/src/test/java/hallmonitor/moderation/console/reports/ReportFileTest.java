package hallmonitor.moderation.console.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.reports.ReportTable.Cell;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportFileTest {
  @Test
  void theFileBeginsWithAMarkAndHoldsPlainNumbers() {
    ReportTable table =
        new ReportTable(
            "t",
            Sentence.of("Title"),
            Sentence.NONE,
            Sentence.NONE,
            List.of(
                ReportTable.words(Sentence.of("Clause")), ReportTable.number(Sentence.of("Times"))),
            List.of(List.of(Cell.text("Größe"), Cell.count(12_345))));

    assertThat(new String(ReportFile.of("From then", List.of(table)), UTF_8))
        .isEqualTo(
            "\uFEFF\"From then\"\r\n\r\n\"Title\"\r\n\"Clause\",\"Times\"\r\n\"Größe\",\"12345\"\r\n");
  }
}
