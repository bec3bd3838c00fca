package hallmonitor.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.local.PortName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;

/**
 * Tests every page of the console with hostile texts: nothing runs, nothing is pushed aside, and
 * axe has no complaint on a wide screen in light and on a phone in dark.
 */
@TestMethodOrder(OrderAnnotation.class)
class PagesIT {
  private static final int NARROWEST = 320;
  private static final String OVERFLOW =
      """
      const root = document.scrollingElement;
      if (root.scrollWidth <= root.clientWidth) return "";
      return [...document.body.querySelectorAll("*")]
        .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest(".table"))
        .map(e => e.outerHTML.slice(0, 120)).slice(-2).join(" | ") || "wider than the screen";
      """;
  private static final String SMALL =
      """
      return [...document.querySelectorAll("button, .button, summary, nav a, select, input:not([type=hidden])")]
        .filter(e => e.checkVisibility() && !e.closest(".unseen") && !e.matches(".unseen"))
        .map(e => [e.closest("label") || e, e])
        .filter(([box]) => { const r = box.getBoundingClientRect(); return r.width > 0 && (r.height < given[0] - .5 || r.width < given[0] - .5); })
        .map(([box, e]) => Math.round(box.getBoundingClientRect().height) + " px: " + e.outerHTML.slice(0, 120)).slice(0, 3);
      """;

  private static final String ILL_FITTING =
      """
      const found = [];
      const root = document.scrollingElement;
      const ends = [...document.querySelectorAll("main, .rail")].map(e => e.getBoundingClientRect().bottom + scrollY);
      if (root.scrollHeight > innerHeight && Math.max(...ends) <= innerHeight) found.push("scrolls although all fits");
      for (const age of document.querySelectorAll(".row .age")) {
        const row = age.closest(".row").getBoundingClientRect();
        if (age.checkVisibility() && age.getBoundingClientRect().right > row.right) found.push("cut: " + age.textContent);
      }
      for (const field of document.querySelectorAll("input[maxlength]")) {
        const narrow = field.maxLength >= 100 && field.getBoundingClientRect().width < 150;
        if (field.checkVisibility() && narrow) found.push("narrow: " + field.name);
      }
      return found.slice(0, 3);
      """;

  @RegisterExtension static final FreshConsole CONSOLE = new FreshConsole();

  private static Chromium browser;
  private static ScratchStack stack;
  private static String threat;
  private static String hidden;

  private final SoftAssertions soft = new SoftAssertions();

  @BeforeAll
  static void aConsoleFullOfHostileText() {
    browser = CONSOLE.browser();
    stack = CONSOLE.stack();
    turnBlockingOn();
    browser.waitUntilShown(By.tagName("h1"), "Queue");
    new HostileCorpus(stack, browser).fill();
    threat = aCase("outcome = 'escalate'");
    hidden = aCase("outcome = 'hide' and state = 'open'");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @Order(1)
  void casesAndListsOfThem() {
    visit("queue", "/queue?state=open");
    assertThat(browser.all(By.tagName("body")).get(0).getText())
        .contains(HostileCorpus.SCRIPT, "{{7*7}}", "{#if true}seen{/if}");
    visit("queue-unconfirmed", "/queue?state=unconfirmed");
    visit("queue-decided", "/queue?state=decided");
    visit("saved-views", "/queue/views");
    visit("case", "/cases/" + threat);
    visit("case-hidden", "/cases/" + hidden);
    visit("case-words", "/cases/" + hidden + "/words");
    visit("case-escalate", "/cases/" + hidden + "/escalate");
    visit("case-deletion", "/cases/" + hidden + "/deletion");
    visit("clocks", "/clocks");
    visit("my-building", "/my-building", 44);
    browser.open(address("/queue?state=unconfirmed"));
    browser.run(
        "document.querySelectorAll('[form=bulk]').forEach(box => { box.click(); }); return null;");
    browser.waitFor(By.cssSelector("#bulk button[value=confirm]")).click();
    browser.waitUntilShown(By.tagName("h1"), "cases");
    look("bulk-preview", 24);
    soft.assertAll();
  }

  @Test
  @Order(2)
  void objectionsAndSecondPeople() {
    blockedByHand();
    visit("appeals", "/appeals");
    visit("blocks", "/blocks");
    visit("blocks-by-hand", "/blocks?show=by-hand");
    visit("proposals", "/proposals");
    visit("quality", "/quality");
    soft.assertAll();
  }

  @Test
  @Order(2)
  void postsAndTheMediaReleaseList() {
    visit("media-release", "/media-release");
    browser.waitFor(By.id("student")).sendKeys(HostileCorpus.SCRIPT + " Ruiz");
    press("main form button.primary");
    browser.waitFor(By.id("answer"));
    look("media-release-answer", 24);
    visit("media-release-list-empty", "/media-release/list");
    browser.run(
        "document.getElementById('r-rows').value = given[0]; return null;",
        "name,date\nAna Ruiz,\nKai Ito,2026-08-15");
    press("form[action$=import] button.primary");
    browser.waitUntilShown(By.tagName("h1"), "Preview of the import");
    look("media-release-import", 24);
    press("main form button.primary");
    browser.waitUntilShown(By.tagName("h1"), "Media-release list");
    look("media-release-list", 24);
    visit("planned-posts", "/planned-posts");
    browser.run(
        "document.getElementById('p-account').value = 'practice';"
            + " document.getElementById('p-body').value = given[0];"
            + " document.querySelector('[name=pictures][value=none]').checked = true; return null;",
        HostileCorpus.SCRIPT + HostileCorpus.TEMPLATE + " Ana Ruiz and your ballot");
    press("form[action='/planned-posts'] button.primary");
    browser.waitFor(By.id("check"));
    look("planned-post", 24);
    visit("posts", "/posts");
    visit("posts-fixed", "/posts?state=mended");
    visit("guidance", "/guidance");
    visit("guidance-edit", "/guidance/edit");
    visit("guidance-staff", "/guidance/staff");
    soft.assertAll();
  }

  /** Presses what the bar at the bottom of a narrow window may cover. */
  private static void press(String button) {
    browser.waitFor(By.cssSelector(button));
    browser.run("document.querySelector(given[0]).click(); return null;", button);
  }

  @Test
  @Order(2)
  void commentsWithoutACase() {
    visit("comments", "/comments");
    visit("comments-none", "/comments?link=https%3A%2F%2Fother.example%2F9");
    String allowed =
        stack
            .archive()
            .texts(
                """
                select account || e'\n' || comment_id from comment c
                where not exists (
                  select from review_case rc where rc.account = c.account and rc.comment_id = c.comment_id)
                limit 1
                """)
            .get(0);
    visit(
        "comment",
        "/comments/"
            + Base64.getUrlEncoder().withoutPadding().encodeToString(allowed.getBytes(UTF_8)));
    soft.assertAll();
  }

  @Test
  @Order(2)
  void theSearch() {
    visit("search", "/search");
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> one("select count(*)::text from search_due").equals("0"));
    visit("search-found", "/search?q=script&kind=comment");
    soft.assertThat(browser.all(By.cssSelector(".found mark"))).isNotEmpty();
    visit("search-mistake", "/search?q=%22" + "W".repeat(90) + "&author=%2A&from=x");
    visit("search-none", "/search?q=zyzzyva");
    soft.assertAll();
  }

  @Test
  @Order(3)
  void theRecordsDesk() {
    visit("requests-none", "/requests");
    visit("request-new", "/requests/new");
    Map<String, String> typed =
        Map.of(
            "form",
            "00000000-0000-0000-0000-000000000077",
            "words",
            HostileCorpus.SCRIPT + " " + "W".repeat(200),
            "requester",
            HostileCorpus.SCRIPT,
            "contact",
            HostileCorpus.TEMPLATE + "W".repeat(120),
            "received",
            LocalDate.now(ZoneId.of("America/Chicago")).toString());
    Console.send(browser, "/requests", typed);
    String request = "/requests/" + typed.get("form");
    visit("request", request);
    Console.send(browser, "/requests/searches?q=script", Map.of("request", typed.get("form")));
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> one("select state from records_request_search").equals("done"));
    visit("requests", "/requests");
    visit("request-found", request);
    visit("exemptions-none", request + "/exemptions");
    visit("review-list", request + "/list");
    String item = request + "/items/" + one("select min(item_no)::text from records_request_item");
    visit("review", item);
    Map<String, String> words =
        Map.of("version", "0", "first", "1", "last", "1", "ground", "ferpa");
    Console.send(browser, item + "/redactions", words);
    Console.send(browser, item, Map.of("version", "1", "outcome", "redact"));
    visit("review-redacted", item + "?first=1&last=2&step=last-on");
    visit("review-preview", item + "/preview");
    visit("exemptions", request + "/exemptions");
    visit("answer", request + "/answer");
    visit("search-for-request", "/search?q=script");
    soft.assertAll();
  }

  @Test
  @Order(2)
  void everythingAnAuthorWrote() {
    visit("author-purpose", "/cases/" + hidden + "/author");
    String author = "/authors/" + one("select author_id::text from author");
    Console.send(
        browser,
        author + "/purpose",
        Map.of("purpose", "safety", "note", HostileCorpus.SCRIPT + "W".repeat(120)));
    visit("author", author);
    soft.assertThat(browser.all(By.cssSelector(".author .said"))).isNotEmpty();
    visit("author-none", author + "?show=nothing");
    soft.assertAll();
  }

  @Test
  @Order(2)
  void aPostAsItWas() {
    String post =
        "/posts/"
            + one(
                """
                select translate(rtrim(encode(convert_to(c.account || e'\n' || c.post_id, 'UTF8'), 'base64'), '='), '+/', '-_')
                from review_case rc join comment c using (account, comment_id) where rc.case_id = '%s'
                """
                    .formatted(hidden))
            + "/then";
    visit("then-public", post);
    visit("then-full", post + "?view=full");
    soft.assertThat(browser.all(By.cssSelector(".then .unshown .why"))).isNotEmpty();
    visit("then-mistake", post + "?at=" + "W".repeat(90));
    visit("then-early-mistake", post + "?at=1999-12-31T10%3A00");
    soft.assertAll();
  }

  @Test
  @Order(2)
  void whatPeopleReport() {
    visit("tips", "/tips");
    assertThat(browser.all(By.tagName("body")).get(0).getText()).contains(HostileCorpus.SCRIPT);
    visit("tips-none", "/tips?school=birch-elementary");
    visit("tips-mine", "/tips?show=mine");
    visit("tip-case", "/cases/" + tipped());
    visit("report-staff", "/report");
    visit("school-links", "/school-links");
    String link = stack.archive().texts("select link_id::text from school_link").get(0);
    visit("poster", "/school-links/" + link + "/poster");
    soft.assertAll();
  }

  private static String tipped() {
    return stack.archive().texts("select min(case_id::text) from tip").get(0);
  }

  @Test
  @Order(3)
  void thePolicyAndItsDrafts() {
    String version =
        stack
            .archive()
            .texts("select min(id)::text from document_version where document = 'policy'")
            .get(0);
    String draft =
        stack
            .archive()
            .texts("select min(id)::text from document_draft where document = 'policy'")
            .get(0);
    visit("policy", "/policy");
    visit("policy-versions", "/policy/versions");
    visit("policy-version", "/policy/versions/" + version);
    visit("policy-compare", "/policy/compare?from=" + version + "&to=" + version);
    visit("draft", "/policy/drafts/" + draft);
    visit("draft-text", "/policy/drafts/" + draft + "/text");
    visit("draft-clause", "/policy/clauses/" + draft + "/0");
    visit("draft-shadow", "/policy/trials/" + draft + "/shadow");
    visit("draft-backtest", "/policy/trials/" + draft + "/backtest");
    soft.assertAll();
  }

  @Test
  @Order(4)
  void formsForTheOtherDocuments() {
    draft("district", "people/0", "people/7", "names/all", "quiet-hours/all");
    draft("district", "district/all", "buildings/0", "accounts/0", "accounts/1");
    draft("escalation", "routing/immediate", "routing/self-harm.immediate");
    draft("decisions", "reasons/0", "deciding/all");
    draft("replies", "templates/0", "block-notice/all");
    draft("notices", "notice/threat", "notice-frame/all");
    draft("accounts");
    soft.assertAll();
  }

  /** Starts a draft with a hostile name and checks it and its forms. */
  private void draft(String document, String... forms) {
    browser.open(address("/policy"));
    Console.send(browser, "/policy/drafts", Map.of("of", document, "name", HostileCorpus.SCRIPT));
    String id =
        stack
            .archive()
            .texts("select max(id)::text from document_draft where document = '" + document + "'")
            .get(0);
    visit("draft-" + document, "/policy/drafts/" + id);
    for (String form : forms) {
      visit("form-" + form.replaceAll("[/.]", "-"), "/policy/forms/" + id + "/" + form);
    }
  }

  /** Two blocks of one name made on the platform, one with a reason; and an appeal by that name. */
  private static void blockedByHand() {
    String hostile = (HostileCorpus.SCRIPT + HostileCorpus.TEMPLATE).replace("'", "''");
    one(
        """
        insert into hand_block (account, author_key, author_name, first_seen_at, seen_at)
        values ('practice', 'id:new', '%1$s', now(), now()) returning account
        """
            .formatted(hostile));
    one(
        """
        insert into hand_block (account, author_key, author_name, first_seen_at, seen_at, reason, last_day, ends_at,
          noted_by, noted_at, reference, notice)
        values ('practice', 'id:old', '%1$s', now(), now(), '%1$s', current_date + 9, now() + interval '9 days', 'lopez',
          now(), '%2$s', '%1$s') returning account
        """
            .formatted(hostile, "000000004K7Q"));
    one(
        """
        insert into hand_block_appeal (appeal_id, reference, by_name, account, author_name, appellant, contact, why,
          code_hash, due_at)
        values (gen_random_uuid(), '%2$s', true, 'practice', '%1$s', '%1$s', '%1$s', '%1$s', 'x', now()) returning account
        """
            .formatted(hostile, "000000004K8N"));
  }

  private void connecting() {
    visit("connections", "/connections");
    visit("connect-sheet", "/connections/sheet");
    visit("disconnect", "/disconnections/practice");
    visit("connect-new", "/connections/new/wordpress");
    Console.send(browser, "/connections/renewal", Map.of("account", "practice"));
    String connection = "/connections/" + one("select max(connection_id::text) from connection");
    visit("connection", connection);
    answered(
        """
        {"type": "SignInReady", "orderId": ":id", "account": "practice", "address": "https://platform.example/sign-in",
         "returns": "https://console.example", "at": "2026-11-30T09:00:00Z"}
        """);
    visit("sign-in-ready", connection);
    answered(
        """
        {"type": "ChoiceAsked", "orderId": ":id", "account": "practice", "at": "2026-11-30T09:00:00Z",
         "options": [{"id": "1", "name": "%s"}, {"id": "2", "name": "%s"}]}
        """
            .formatted(HostileCorpus.TEMPLATE, "W".repeat(120)));
    visit("sign-in-choice", connection);
    soft.assertThat(browser.textOf(By.tagName("main"))).contains("Which one is it?");
  }

  /** Lets the ingest service's answer about a sign-in arrive. */
  private static void answered(String result) {
    String id = "00000000-0000-0000-0000-000000000001";
    one(
        "update connection set order_id = '%s', ordered_by = '%s', ordered_at = now(), result = '%s' returning account"
            .formatted(id, administrator(), result.replace(":id", id).replace("'", "''")));
  }

  /** Returns the name that the first administrator was given. */
  private static String administrator() {
    return one("select actor from audit where act = 'sign-in' order by id limit 1");
  }

  private static String one(String query) {
    return stack.archive().texts(query).get(0);
  }

  @Test
  @Order(5)
  void operationsAndRecords() {
    visit("home", "/home");
    visit("style", "/style");
    visit("accounts", "/accounts");
    connecting();
    visit("new-comments", "/accounts/practice/new");
    visit("reports", "/reports");
    visit("precision", "/precision");
    visit("audit", "/audit");
    visit("records", "/records?case=" + hidden);
    visit("records-schedule", "/records/schedule");
    visit("packages", "/cases/" + hidden + "/packages");
    visit("evidence", "/evidence");
    visit("people", "/people");
    visit("person-new", "/people/new");
    visit("person", "/people/" + administrator());
    visit("person-sign-in", "/people/" + administrator() + "/sign-in");
    visit("approvals", "/proposals");
    visit("security", "/security");
    visit("password", "/password");
    visit("dead-letters", "/dead-letters");
    visit("troubles", "/troubles");
    visit("not-found", "/cases/00000000-0000-0000-0000-000000000000");
    for (String file :
        List.of("/audit/audit.csv", "/reports/report.csv", "/register/register.csv")) {
      String csv = Console.download(browser, file);
      assertThat(csv).as(file).isNotBlank();
      soft.assertThat(Console.cellsThatRun(csv))
          .as("cells of %s that a spreadsheet would run", file)
          .isEmpty();
    }
    soft.assertAll();
  }

  @Test
  @Order(5)
  void theRegisterOfAccounts() {
    Console.send(
        browser,
        "/register/report",
        Map.of("name", HostileCorpus.SCRIPT, "address", "https://x.example", "platform", "other"));
    visit("register", "/register?show=all");
    visit("register-to-do", "/register");
    visit("register-request", "/register/request");
    visit("register-report", "/register/report");
    for (String state : List.of("reported", "registered")) {
      visit(
          "register-" + state,
          stack
              .archive()
              .texts(
                  "select '/register/' || entry_id from register_entry where state = '"
                      + state
                      + "'")
              .get(0));
    }
    soft.assertAll();
  }

  /** Spanish words are longer, and the same must hold for them. */
  @Test
  @Order(6)
  void aRoundInSpanish() {
    Console.send(browser, "/language", Map.of("language", "es", "back", "/queue"));
    visit("home-es", "/home");
    visit("queue-es", "/queue?state=open");
    visit("case-es", "/cases/" + threat);
    visit("case-hidden-es", "/cases/" + hidden);
    visit("clocks-es", "/clocks");
    visit("tips-es", "/tips");
    visit("tip-case-es", "/cases/" + tipped());
    visit("my-building-es", "/my-building", 44);
    visit("policy-es", "/policy");
    visit("accounts-es", "/accounts");
    visit("new-comments-es", "/accounts/practice/new");
    visit("reports-es", "/reports");
    visit("precision-es", "/precision");
    visit("people-es", "/people");
    visit("register-es", "/register");
    visit("records-es", "/records");
    visit("records-schedule-es", "/records/schedule");
    visit("packages-es", "/cases/" + hidden + "/packages");
    visit("evidence-es", "/evidence");
    visit("search-es", "/search?q=script");
    visit("requests-es", "/requests");
    visit("request-es", one("select '/requests/' || request_id from records_request"));
    visit(
        "review-list-es", one("select '/requests/' || request_id || '/list' from records_request"));
    visit("answer-es", one("select '/requests/' || request_id || '/answer' from records_request"));
    visit(
        "review-es",
        one(
            "select '/requests/' || request_id || '/items/' || min(item_no) from"
                + " records_request_item group by request_id"));
    soft.assertThat(browser.run("return document.documentElement.lang;")).isEqualTo("es");
    soft.assertThat(
            browser.run("return document.querySelector('[data-due] b')?.textContent ?? 'En';"))
        .asString()
        .startsWith("En");
    Console.send(browser, "/language", Map.of("language", "en", "back", "/queue"));
    soft.assertAll();
  }

  @Test
  @Order(7)
  void whatOpensWithoutSigningIn() {
    Console.send(browser, "/sign-out", Map.of());
    visit("sign-in", "/sign-in");
    visit("appeal-en", "/appeal?lang=en");
    visit("appeal-es", "/appeal?lang=es");
    visit("report-en", "/report?lang=en", 24);
    visit("report-es", "/report?lang=es", 24);
    visit("transparency-none", "/transparency?lang=en");
    lastMonthIsCounted();
    visit("transparency-en", "/transparency?lang=en");
    visit("transparency-es", "/transparency?lang=es");
    visit("request-en", "/records-request?lang=en", 24);
    visit("request-public-es", "/records-request?lang=es", 24);
    visit("not-found-request", "/records-request/state/x?lang=en");
    visit("not-found-answer", "/records-request/answer/x?lang=es");
    visit("not-found-report", "/report/state/x?lang=en");
    visit("not-found-link", "/report/s/x?lang=es");
    soft.assertAll();
  }

  private static void lastMonthIsCounted() {
    one(
        """
        insert into judged_day (day, account, building, clause, stance, created, edited, allowed, reviewed, hidden,
          escalated)
        select (date_trunc('month', now()) - interval '9 days')::date, 'practice', '', clause, stance, all_of, 0,
          all_of - hidden, 0, hidden, 0
        from (values ('', 'neither', 2000, 40), ('1.1', 'neither', 40, 40), ('2.3', 'neither', 2, 2),
          ('', 'critical', 60, 6), ('', 'supportive', 80, 2), ('1.1', 'critical', 6, 6))
          as counted(clause, stance, all_of, hidden)
        returning account
        """);
  }

  /** The pages of the school on the platforms, which anyone may fill with anything. */
  @Test
  @Order(8)
  void thePracticeTown() {
    for (String platform : List.of("facebook", "youtube", "bluesky")) {
      for (String text : List.of(HostileCorpus.SCRIPT, HostileCorpus.TEMPLATE, "W".repeat(290))) {
        stack.practice().write(platform, HostileCorpus.SCRIPT, text);
      }
      browser.open(stack.address(PortName.PRACTICE) + "/" + platform);
      browser.waitUntilShown(By.id("threads"), HostileCorpus.SCRIPT);
      look("town-" + platform, 24);
    }
    soft.assertAll();
  }

  /** After all pages, with all that people and strangers wrote. */
  @Test
  @Order(9)
  void nothingThatAnyoneWroteIsInTheLogs() throws IOException {
    try (Stream<Path> logs = Files.list(stack.stack().logs())) {
      for (Path log : logs.toList()) {
        soft.assertThat(Files.readString(log))
            .as(log.getFileName().toString())
            .doesNotContain(HostileCorpus.MARKS);
      }
    }
    soft.assertAll();
  }

  private void visit(String name, String path) {
    visit(name, path, 24);
  }

  private void visit(String name, String path, int target) {
    browser.open(address(path));
    browser.waitFor(By.tagName("h1"));
    look(name, target);
  }

  /**
   * Checks a page.
   *
   * @param target smallest size of a click target, in CSS pixels
   */
  private void look(String name, int target) {
    browser.screen(1360, 900, false);
    picture(name + "-desktop-light");
    soft.assertThat((List<?>) browser.run(ILL_FITTING)).as("fits badly on %s", name).isEmpty();
    soft.assertThat(Axe.violations(browser)).as("axe on %s, wide and light", name).isEmpty();
    browser.screen(390, 844, true);
    picture(name + "-phone-dark");
    soft.assertThat(Axe.violations(browser)).as("axe on %s, phone and dark", name).isEmpty();
    soft.assertThat((List<?>) browser.run(SMALL, target))
        .as("too small to press on %s", name)
        .isEmpty();
    browser.screen(NARROWEST, 640, false);
    soft.assertThat(browser.run(OVERFLOW)).as("scrolls sideways: %s", name).isEqualTo("");
    soft.assertThat(browser.run(HostileCorpus.RAN)).as("a script ran on %s", name).isEqualTo(false);
    soft.assertThat(browser.complaints())
        .as("the browser on %s", name)
        .allMatch(
            said ->
                name.startsWith("not-found") && said.contains("status of 404")
                    || name.endsWith("-mistake") && said.contains("status of 422"));
  }

  private static void picture(String name) {
    browser.screenshot("pages/" + name);
  }

  private static String aCase(String where) {
    return stack
        .archive()
        .texts(
            "select case_id::text from review_case where "
                + where
                + " order by opened_at desc limit 1")
        .get(0);
  }

  private static String address(String path) {
    return stack.address(PortName.CONSOLE) + path;
  }

  private static void turnBlockingOn() {
    try {
      Path file = stack.stack().config().resolve("replies.yaml");
      Files.writeString(file, Files.readString(file).replace("blocking: off", "blocking: on"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
