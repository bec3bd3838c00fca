package hallmonitor.system;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Pages for those who keep the records: search, requests, evidence, schedule, audit, reports. */
abstract class OfficePages extends HostilePages {
  OfficePages() {
    super(OfficePages.class);
  }

  private static final String REQUEST = "/requests/00000000-0000-0000-0000-000000000077";

  @Test
  @Order(1)
  void theSearchAndItsExports() {
    look.visit("search", "/search");
    until("select count(*)::text from search_due", "0");
    look.visit("search-found", "/search?q=script&kind=comment");
    look.soft().assertThat(browser.all(By.cssSelector(".found mark"))).isNotEmpty();
    look.visit("search-mistake", "/search?q=%22" + "W".repeat(90) + "&author=%2A&from=x");
    look.visit("search-none", "/search?q=zyzzyva");
    look.visit("exports-none", "/search/exports");
    String wide = "/search/exports?q=script&author=" + "W".repeat(90);
    look.visit("export", wide);
    pressUnfilled("main form button.primary");
    browser.waitFor(By.cssSelector("main [role=alert]"));
    look.at("export-mistake");
    for (String search : List.of(wide, "/search/exports?q=script")) {
      Console.send(
          browser,
          search,
          Map.of("purpose", "police", "words", HostileCorpus.SCRIPT + "W".repeat(60)));
      until("select count(*)::text from archive_export where ended_at is null", "0");
    }
    look.visit("exports", "/search/exports");
    look.soft().assertThat(browser.textOf(By.id("exports"))).contains("Download (");
  }

  private static void until(String query, String answer) {
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> one(query).equals(answer));
  }

  @Test
  @Order(2)
  void aRequestAndTheReviewOfItsItems() {
    look.visit("requests-none", "/requests");
    look.visit("request-new", "/requests/new");
    Map<String, String> typed =
        Map.of(
            "form",
            REQUEST.replace("/requests/", ""),
            "words",
            HostileCorpus.SCRIPT + " " + "W".repeat(200),
            "requester",
            HostileCorpus.SCRIPT,
            "contact",
            HostileCorpus.TEMPLATE + "W".repeat(120),
            "received",
            LocalDate.now(ZoneId.of("America/Chicago")).toString());
    Console.send(browser, "/requests", typed);
    look.visit("request", REQUEST);
    Console.send(browser, "/requests/searches?q=script", Map.of("request", typed.get("form")));
    until("select state from records_request_search", "done");
    look.visit("requests", "/requests");
    look.visit("request-found", REQUEST);
    look.visit("exemptions-none", REQUEST + "/exemptions");
    look.visit("review-list", REQUEST + "/list");
    browser.run(
        "document.querySelectorAll('.listed [name=item]').forEach(box => { box.checked = false; });"
            + " return null;");
    press("button[value=release]");
    browser.waitUntilShown(By.cssSelector(".message.problem"), "Choose the items");
    look.at("review-list-refused");
    String item = REQUEST + "/items/" + one("select min(item_no)::text from records_request_item");
    look.visit("review", item);
    Map<String, String> words =
        Map.of("version", "0", "first", "1", "last", "1", "ground", "ferpa");
    Console.send(browser, item + "/redactions", words);
    Console.send(browser, item, Map.of("version", "1", "outcome", "redact"));
    look.visit("review-redacted", item + "?first=1&last=2&step=last-on");
    look.visit("review-preview", item + "/preview");
    look.visit("exemptions", REQUEST + "/exemptions");
    look.visit("search-for-request", "/search?q=script");
  }

  @Test
  @Order(3)
  void theAnswerToTheRequest() {
    look.visit("answer-early", REQUEST + "/answer");
    stack
        .archive()
        .texts("select item_no || ' ' || version from records_request_item where state = 'open'")
        .stream()
        .map(item -> item.split(" "))
        .forEach(
            item ->
                Console.send(
                    browser,
                    REQUEST + "/items/" + item[0],
                    Map.of("version", item[1], "outcome", "release")));
    look.visit("request-decided", REQUEST);
    Console.send(browser, REQUEST + "/answer/package", Map.of());
    until("select count(*)::text from records_answer where ended_at is null", "0");
    look.visit("answer", REQUEST + "/answer");
  }

  @Test
  @Order(3)
  void evidence() {
    look.visit("packages", "/cases/" + hidden + "/packages");
    look.visit("evidence", "/evidence");
    browser.click(By.xpath("//button[normalize-space()='Verify the ledger now']"));
    browser.waitUntilShown(By.tagName("main"), "in order");
    look.at("verification");
  }

  @Test
  @Order(3)
  void recordsAndTheirDisposal() {
    look.visit("records", "/records?case=" + hidden);
    look.visit("records-schedule", "/records/schedule");
    String disposal = "00000000-0000-0000-0000-000000000078";
    one(
        """
        insert into proposal (proposal_id, kind, subject, proposed_by, reason, terms, proposed_at, expires_at)
        values ('%1$s', 'dispose-records', '%1$s', 'lopez', '%2$s', '{"building": "maple-high"}', now(),
          now() + interval '9 days') returning reason
        """
            .formatted(disposal, HostileCorpus.SCRIPT));
    one(
        """
        insert into disposal (disposal_id, kind, building, accounts, before_day, before, zone, approval, proposer_name)
        values ('%s', 'decided-cases', 'maple-high', '{practice}', '2010-01-01', '2010-01-01', 'UTC', '%s', 'lopez')
        returning approval
        """
            .formatted(disposal, HostileCorpus.SCRIPT + "W".repeat(90)));
    look.visit("disposal", "/records/disposals/" + disposal);
  }

  @Test
  @Order(4)
  void auditAndReports() {
    look.visit("reports", "/reports");
    look.visit("precision", "/precision");
    look.visit("audit", "/audit");
    download("/audit/audit.csv", "/reports/report.csv", REQUEST + "/exemptions.csv");
  }

  @Test
  @Order(5)
  void theSameInSpanish() {
    look.inSpanish(
        () -> {
          look.visit("search-es", "/search?q=script");
          look.visit("exports-es", "/search/exports?q=script");
          look.visit("requests-es", "/requests");
          look.visit("request-es", REQUEST);
          look.visit("answer-es", REQUEST + "/answer");
          look.visit(
              "review-es",
              REQUEST + "/items/" + one("select min(item_no)::text from records_request_item"));
          look.visit("exemptions-es", REQUEST + "/exemptions");
          look.visit("packages-es", "/cases/" + hidden + "/packages");
          look.visit("evidence-es", "/evidence");
          look.visit("records-es", "/records");
          look.visit("records-schedule-es", "/records/schedule");
          look.visit("reports-es", "/reports");
          look.visit("precision-es", "/precision");
          look.visit("audit-es", "/audit");
        });
  }
}
