package hallmonitor.moderation.console.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.printing.PdfText;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests figures about a period as CSV and as PDF. */
@ConsoleTest
class ReportDownloadsTest extends ReportTests {
  @Test
  void theCsvOpensSafelyAndTakingItIsRecorded() {
    UUID caseId = seed.aCase("1").there();
    database.write(
        h ->
            h.execute(
                "update console_user set display_name = '=HYPERLINK(\"x\")' where user_name ="
                    + " 'novak'"));
    seed.event(caseId, "novak", "confirmed", "");

    ConsoleResponse answer = brandt.get("/reports/report.csv?span=7");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/csv");
    assertThat(answer.header("Content-Disposition"))
        .startsWith("attachment; filename=\"hall-monitor-");
    String text = new String(answer.asByteArray(), UTF_8);
    assertThat(text)
        .startsWith("\uFEFF\"From ")
        .contains("\"Hide confirmed\",\"'=HYPERLINK(\"\"x\"\")\",\"1\"");
    assertThat(audited()).containsExactly("brandt csv");
  }

  @Test
  void thePdfHoldsTheSameTables() throws IOException {
    reports.judged("fine", "allow", "", 0);
    counting.count();

    byte[] file = brandt.get("/reports/report.pdf?span=7").asByteArray();

    assertThat(PdfText.of(file).text())
        .contains("Comment moderation", "Volumes", "How long it took", "By clause", "Neutrality")
        .containsPattern("All 1 1 1 0 0 0");
    assertThat(audited()).containsExactly("brandt pdf");
  }

  private List<String> audited() {
    return database.read(
        h ->
            h.select("select actor || ' ' || target from audit where act = 'report-exported'")
                .mapTo(String.class)
                .list());
  }
}
