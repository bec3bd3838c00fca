package hallmonitor.moderation.console.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.PageWeightTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Tests figures about a period as the page shows them. */
@ConsoleTest
class ReportPagesTest extends ReportTests {
  private static final String CRITICAL = "The board lies to us and wastes our money. Shame on you.";
  private static final String SUPPORTIVE = "So proud of our school, thank you to the teachers!";

  /** Returns the rows of a table as shown on the page, with bars between cells. */
  private List<String> rows(ConsoleBrowser who, String query, String table) {
    Document page = Jsoup.parse(who.get("/reports?" + query).asString());
    return page.select("section[aria-labelledby=report-" + table + "] tbody tr").stream()
        .map(row -> String.join(" | ", row.children().stream().map(Element::text).toList()))
        .toList();
  }

  private String row(String table, String first) {
    return rows(novak, "span=7", table).stream()
        .filter(r -> r.startsWith(first))
        .findFirst()
        .orElse("no row begins with " + first);
  }

  private List<String> headlines(String query) {
    return Jsoup.parse(novak.get("/reports?" + query).asString()).select(".stat").eachText();
  }

  @Test
  void fourNumbersLeadWithTheirTrend() {
    for (int day : List.of(0, 1, 2, 8)) {
      reports.judged("fine", "allow", "", day);
    }
    reports.judged("nasty", "hide", "1.1", 1);
    reports.judged("look", "review", "4.1", 9);
    counting.count();

    assertThat(headlines("span=7"))
        .containsExactly(
            "Comments checked 4 100% more than in the 7 days before 75% allowed",
            "Hidden automatically 0 None in the 7 days before",
            "Escalations 0 None in the 7 days before",
            "Median time to answer – No earlier responses");
  }

  @Test
  void whatWasHiddenWithAnEscalationIsCountedOnceAndNamed() {
    UUID alone = seed.aCase("1").judged("hide", "1.1").decided("restored").there();
    UUID reported = seed.aCase("2").judged("escalate", "3.1").there();
    reports.hiddenByThePolicyAfter(alone, 2);
    reports.hiddenByThePolicyAfter(reported, 2);
    UUID escalation = UUID.randomUUID();
    seed.escalated(reported, escalation);
    reports.answeredAfter(reported, escalation, 90);

    assertThat(headlines("span=7"))
        .contains(
            "Hidden automatically 2 None in the 7 days before 1 without and 1 with an escalation."
                + " People restored 1.",
            "Escalations 1 None in the 7 days before 0 false alarms",
            "Median time to answer 90.0 s No earlier responses 1 of 1 escalations answered");
    assertThat(row("clauses", "1.1")).contains("| 1 | 1 | 100.0% |");
    assertThat(novak.get("/reports").asString())
        .contains("what was hidden and escalated counts as escalated");
  }

  @Test
  void tablesAreFoldedBehindTheChartsAndNothingIsSaidLineByLine() {
    reports.judged(CRITICAL, "review", "4.1", 0);
    counting.count();
    Document page = Jsoup.parse(novak.get("/reports?span=7").asString());

    assertThat(page.select("details[open]")).isEmpty();
    assertThat(page.select(".report > details")).hasSize(6);
    assertThat(rows(novak, "span=7", "neutrality")).isEmpty();
    assertThat(page.select("section[aria-labelledby=report-neutrality]").text())
        .contains("30 of each are needed");
  }

  @Test
  void volumesAreCountedByTheAnswerOfThePolicy() {
    reports.judged("fine", "allow", "", 0);
    reports.judged("fine, too", "allow", "", 0);
    reports.judged("look", "review", "4.1", 0);
    reports.judged("nasty", "hide", "1.1", 1);
    reports.judged("help", "escalate", "3.1", 1);
    reports.judged("long ago", "allow", "", 20);
    counting.count();

    assertThat(row("volumes", "All")).isEqualTo("All | 5 | 5 | 2 | 1 | 1 | 1");
    assertThat(rows(novak, "span=30", "volumes")).first().isEqualTo("All | 6 | 6 | 3 | 1 | 1 | 1");
  }

  @Test
  void countingAgainCountsNothingTwiceAndTakesUpWhatIsNew() {
    reports.judged("fine", "allow", "", 0);
    reports.judged("older", "allow", "", 3);
    counting.count();
    counting.count();
    assertThat(row("volumes", "All")).startsWith("All | 2 | 2");

    reports.judged("new", "hide", "1.1", 0);
    counting.count();
    assertThat(row("volumes", "All")).isEqualTo("All | 3 | 3 | 2 | 0 | 1 | 0");
  }

  @Test
  void anArchiveFromBeforeThereWereCountsIsCountedToo() {
    for (int day = 0; day < 40; day++) {
      reports.judged("fine", "allow", "", day);
    }
    counting.count();

    assertThat(rows(novak, "span=90", "volumes")).first().asString().startsWith("All | 40 | 40");
  }

  @Test
  void decisionsAreToldByPersonToAnAdministratorAlone() {
    UUID caseId = seed.aCase("1").there();
    seed.event(caseId, "novak", "confirmed", "");
    seed.event(caseId, "brandt", "restore-ordered", "");
    seed.event(caseId, "policy", "hide-ordered", "");
    seed.event(caseId, "novak", "note", "");

    assertThat(rows(brandt, "span=7", "decisions"))
        .containsExactlyInAnyOrder(
            "Hide confirmed | Petra Novak | 1", "Restored | Elias Brandt | 1");
    assertThat(rows(novak, "span=7", "decisions"))
        .containsExactlyInAnyOrder("Hide confirmed | 1", "Restored | 1");
    assertThat(novak.get("/reports").asString()).doesNotContain("Elias Brandt");
    assertThat(novak.get("/reports/report.csv").asString()).doesNotContain("Elias Brandt");
  }

  @Test
  void overturnedIsWhatThePolicyHidAndAPersonRestored() {
    UUID overturned = seed.aCase("1").judged("hide", "1.1").decided("restored").there();
    UUID confirmed = seed.aCase("2").judged("hide", "1.1").decided("confirmed").there();
    seed.aCase("3").judged("review", "1.1").action("none", "").decided("restored").there();
    seed.aCase("4").judged("review", "1.1").action("none", "").in("birch-elementary").there();
    reports.hiddenByThePolicyAfter(overturned, 2);
    reports.hiddenByThePolicyAfter(confirmed, 6);

    assertThat(row("clauses", "1.1")).endsWith("| 0 | 4 | 1 | 2 | 1 | 50.0% | 0 | 0");
    assertThat(row("buildings", "Birch")).endsWith("| 0 | 1 | 1 | 0 | 0 | – | 0 | 0");
    assertThat(row("times", "To hide")).isEqualTo("To hide | 2 | 2 | 4.0 s | 5.8 s");
  }

  @Test
  void escalationsTellHowSoonSomebodyAnsweredAndWhatWasAFalseAlarm() {
    UUID answered = seed.aCase("1").judged("escalate", "3.1").there();
    UUID open = seed.aCase("2").judged("escalate", "3.1").there();
    UUID first = UUID.randomUUID();
    seed.escalated(answered, first);
    seed.escalated(open, UUID.randomUUID());
    reports.answeredAfter(answered, first, 30);
    reports.falseAlarm(first);

    assertThat(row("times", "To answer"))
        .isEqualTo("To answer an escalation | 2 | 1 | 30.0 s | 30.0 s");
    assertThat(row("clauses", "3.1")).endsWith("| 2 | 1");
  }

  @Test
  void aClauseThatFallsHarderOnCriticsIsNamedWithItsFiguresAndWhatTheyDoNotMean() {
    for (int i = 0; i < 40; i++) {
      reports.judged(CRITICAL, i < 20 ? "review" : "allow", i < 20 ? "4.1" : "", 0);
      reports.judged(SUPPORTIVE, "allow", "", 0);
    }
    counting.count();

    assertThat(row("neutrality", "4.1"))
        .contains("| 20 | 40 | 50.0% | 35.2% to 64.8% | 0 | 40 | 0.0% | 0.0% to 8.8% |")
        .endsWith(
            "Catches critical comments more often than chance explains. Read what it caught.");
    assertThat(novak.get("/reports?span=7").asString())
        .contains("It is not proof of bias", "not proof of fairness", "They are crude");
  }

  @Test
  void aBuildingAndAnAccountNarrowEverything() {
    reports.judged("fine", "allow", "", 0);
    reports.judged("elsewhere", "fine", "allow", "", 0);
    seed.aCase("1").judged("hide", "1.1").there();
    seed.aCase("2").judged("hide", "1.2").in("birch-elementary").there();
    counting.count();

    assertThat(rows(novak, "span=7&building=birch-elementary", "clauses"))
        .singleElement()
        .asString()
        .startsWith("1.2");
    assertThat(rows(novak, "span=7&account=elsewhere", "volumes"))
        .first()
        .asString()
        .startsWith("All | 1 | 1");
    assertThat(rows(novak, "span=7&account=elsewhere", "clauses")).isEmpty();
  }

  @Test
  void thePageWithAllThatItLoadsIsSmallAndHasNoStyleWithin() {
    for (int day = 0; day < 60; day++) {
      for (String outcome : List.of("allow", "review", "hide", "escalate")) {
        reports.judged("fine", outcome, outcome.equals("allow") ? "" : "1.1", day);
      }
    }
    counting.count();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);

    byte[] page =
        novak
            .get("/reports?span=custom&from=" + today.minusDays(58) + "&to=" + today)
            .asByteArray();

    String html = new String(page, UTF_8);
    assertThat(html).contains("<svg", "series-2").doesNotContain("style=", "<script>", "<style");
    List<String> parts = PageWeightTest.parts(html);
    int loaded =
        parts.stream()
            .mapToInt(path -> PageWeightTest.compressed(novak.get(path).asByteArray()))
            .sum();
    assertThat(parts).contains("/console/reports.css", "/console/console.js");
    assertThat(PageWeightTest.compressed(page) + loaded)
        .as("the page %d, %s", page.length, parts)
        .isLessThan(75 * 1024);
  }

  @Test
  void whatCannotBeReadIsTheLast30Days() {
    seed.aCase("1").aged(Duration.ofDays(20)).there();

    for (String query :
        List.of(
            "span=x", "span=custom&from=x&to=y", "building=%00", "span=custom&from=9999-99-99")) {
      assertThat(novak.get("/reports?" + query).statusCode()).as(query).isEqualTo(200);
    }
    assertThat(rows(novak, "span=x", "clauses")).hasSize(1);
    assertThat(novak.get("/reports?building=%3Cscript%3Ex").asString()).doesNotContain("<script>x");
  }

  @Test
  void withoutAnythingThePageSaysSo() {
    assertThat(novak.get("/reports").asString())
        .contains("No comment was checked in this period.", "Comments are not counted yet");
  }
}
