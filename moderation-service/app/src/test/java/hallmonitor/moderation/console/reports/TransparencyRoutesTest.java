package hallmonitor.moderation.console.reports;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.printing.PdfText;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public page about moderation, read by somebody who is not signed in. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class TransparencyRoutesTest extends ReportTests {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Chicago"));
  private static final YearMonth LAST_MONTH = YearMonth.from(TODAY).minusMonths(1);

  private final ConsoleBrowser anybody = new ConsoleBrowser();

  @BeforeEach
  void aMonthWithSixHiddenComments() {
    database.write(
        h ->
            h.execute(
                """
                insert into judged_day (day, account, building, clause, stance, created, edited, allowed, reviewed,
                  hidden, escalated)
                values (?, 'practice', 'north', '', 'neither', 100, 0, 93, 0, 6, 1),
                  (?, 'practice', 'north', '1.1', 'neither', 6, 0, 0, 0, 6, 0),
                  (?, 'practice', 'north', '3.1', 'neither', 1, 0, 0, 0, 0, 1),
                  (?, 'practice', 'north', '', 'neither', 5000, 0, 5000, 0, 0, 0)
                """,
                LAST_MONTH.atDay(3),
                LAST_MONTH.atDay(3),
                LAST_MONTH.atDay(3),
                TODAY));
  }

  private Document page(String query) {
    return Jsoup.parse(anybody.get("/transparency" + query).asString());
  }

  @Test
  void anybodySeesAMonthThatIsOverWithoutSigningIn() {
    Document page = page("?period=" + LAST_MONTH);

    assertThat(page.select("h2").first().text()).contains(String.valueOf(LAST_MONTH.getYear()));
    assertThat(page.select("tr").eachText())
        .contains("Comments checked 100", "Allowed 93")
        .anyMatch(row -> row.startsWith("1.1 "))
        .anyMatch(row -> row.startsWith("Other clauses, each with fewer than 5 1 "))
        .noneMatch(row -> row.contains("3.1"));
  }

  @Test
  void theMonthThatIsNotOverIsNowhere() {
    assertThat(page("").text()).doesNotContain("5,0", "5,1");
    assertThat(page("?period=" + YearMonth.from(TODAY)).select("option[selected]").val())
        .isNotEqualTo(YearMonth.from(TODAY).toString());
  }

  @Test
  void itSpeaksSpanish() {
    Document page = page("?lang=es");

    assertThat(page.select("html").attr("lang")).isEqualTo("es");
    assertThat(page.select("h1").text()).isEqualTo("Cómo se moderan los comentarios");
    assertThat(page.text()).contains("Comentarios revisados", "Por cláusula de la política");
  }

  @Test
  void thePdfSaysTheSame() throws IOException {
    ConsoleResponse answer = anybody.get("/transparency.pdf?period=" + LAST_MONTH);

    assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(PdfText.of(answer.asByteArray()).text())
        .contains("How comments are moderated", "Comments checked 100", "Neutrality");
  }

  @Test
  void withNothingCountedItSaysWhenThereWillBe() {
    reports.nothing();

    assertThat(page("").text()).contains("They appear when the first month is over.");
    assertThat(anybody.get("/transparency.pdf").statusCode()).isEqualTo(404);
  }
}
