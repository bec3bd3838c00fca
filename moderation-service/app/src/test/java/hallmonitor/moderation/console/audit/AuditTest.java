package hallmonitor.moderation.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.console.seed.StaffSeed.Escalated;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the audit log as a page and as a file. */
@ConsoleTest
class AuditTest {
  @Inject ConsoleDatabase database;

  private StaffSeed staff;
  private Seed seed;
  private ConsoleBrowser auditor;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    staff = new StaffSeed(database, seed);
    staff.oneOfEach();
    staff.person("auditor2", "auditor");
    auditor = ConsoleBrowser.signedIn("auditor2");
  }

  @Test
  void everyReadOfEvidenceAndEveryActIsThere() {
    Escalated here = staff.escalated(StaffSeed.OWN, "soon");
    String path = "/cases/" + here.caseId();
    ConsoleBrowser principal = ConsoleBrowser.signedIn("principal");
    principal.get(path);
    principal.part(path + "/concern");
    principal.post(path + "/answer", Map.of("answer", "acknowledge", "note", "On my <b>way</b>"));
    principal.post(path + "/decision", Map.of("decision", "confirm", "version", "0"));

    assertThat(acts("/audit?actor=principal"))
        .containsExactly(
            "Confirmed a hide",
            "Acknowledged an escalation",
            "Read evidence",
            "Opened a case",
            "Signed in");
    assertThat(auditor.get("/audit").asString())
        .contains("On my &lt;b&gt;way&lt;/b&gt;", "href=\"" + path + "\"")
        .doesNotContain("<b>way");
  }

  @Test
  void itIsNarrowedToAPersonAnActACaseAndDays() {
    Escalated one = staff.escalated(StaffSeed.OWN, "soon");
    Escalated two = staff.escalated(StaffSeed.OTHER, "soon");
    add("now()", "novak", "confirm", "case " + one.caseId());
    add("now()", "novak", "case-read", two.caseId().toString());
    add("timestamptz '2026-03-01 05:59:59Z'", "old", "late-february", "");
    add("timestamptz '2026-03-01 06:00:00Z'", "old", "early-march", "");

    assertThat(acts("/audit?actor=novak")).containsExactly("Opened a case", "Confirmed a hide");
    assertThat(acts("/audit?act=confirm")).containsExactly("Confirmed a hide");
    assertThat(acts("/audit?case=http://localhost/cases/" + two.caseId() + "%23escalation"))
        .containsExactly("Opened a case");
    assertThat(acts("/audit?until=2026-02-28"))
        .as("Chicago's days")
        .containsExactly("Late february");
    assertThat(acts("/audit?from=2026-03-01&until=2026-03-01")).containsExactly("Early march");
    assertThat(auditor.get("/audit?actor=nobody").asString()).contains("No entries match.");
    assertThat(auditor.get("/audit").asString())
        .contains("<option value=\"novak\"", "<option value=\"late-february\"");
    for (String wrong : List.of("case=nonsense", "from=yesterday", "until=2026-02-31")) {
      assertThat(auditor.get("/audit?" + wrong).statusCode()).as(wrong).isEqualTo(422);
    }
  }

  @Test
  void itShowsNamesAndTheIdsBehindThemOnRequest() {
    String hold = "6c1f6f0e-98a1-4b0e-9d6d-0f3f6c8f2a11";
    add("now()", "okafor", "words-read", "case " + hold, "On the answer page.");
    add("now()", "clock", "records-disposed", "disposal " + hold);
    add("now()", "first-start", "person-added", "admin", "administrator");
    add("now()", "novak", "account-pause", "account practice", "The site moves.");
    add("now()", "novak", "draft-approved", "draft 7", "policy.yaml is now version bfa4a25db0f4");
    add("now()", "novak", "hold-lifted", "hold " + hold, "appeal " + hold + ": settled");

    List<Element> rows = Jsoup.parse(auditor.get("/audit").asString()).select("table.audit tr");
    assertThat(rows.stream().map(Element::text).map(row -> row.replaceFirst(".*? [AP]M ", "")))
        .contains(
            "Petra Novak Lifted a hold appeal: settled IDs novak " + hold,
            "Petra Novak Paused an account Maple Valley High School news (practice page) · The site"
                + " moves. IDs novak practice",
            "Petra Novak Approved and published a draft policy.yaml IDs novak bfa4a25db0f4",
            "Hall Monitor Disposed of records IDs clock " + hold,
            "Hall Monitor Added a person admin · Administrator · all schools IDs first-start",
            "Ngozi Okafor Read a comment On the answer page. IDs okafor");
  }

  @Test
  void whatTheProgramWroteIsInTheReadersLanguageAndWhatAPersonWroteStays() {
    add("now()", "a", "confirm", "x", "Clause 3.1. On appeal: Clause 9. is lawful");
    add("now()", "b", "answer-hand-over", "x", "to lindgren. 30 days");
    add("now()", "c", "backtest-started", "draft 7", "30 days");
    add("now()", "d", "note", "x", "30 days");
    add("now()", "e", "appeal-upheld", "x", "appeal 6c1f6f0e-98a1-4b0e-9d6d-0f3f6c8f2a11: blocks");
    add("now()", "f", "words-read", "x", "On the answer page.");

    assertThat(details("es"))
        .contains(
            "x · Cláusula 3.1. En apelación: Clause 9. is lawful",
            "x · a Tom Lindgren. 30 days",
            "30 días",
            "x · 30 days",
            "x · apelación: blocks",
            "x · En la página de respuesta.");
    assertThat(details("en"))
        .contains(
            "x · Clause 3.1. On appeal: Clause 9. is lawful",
            "x · to Tom Lindgren. 30 days",
            "x · On the answer page.");
  }

  private List<String> details(String language) {
    String page = auditor.get("/audit", "Accept-Language", language).asString();
    var cells = Jsoup.parse(page).select("table.audit tbody td:nth-child(4)");
    cells.select("details").remove();
    return cells.eachText();
  }

  @Test
  void pagesFollowEachOtherWithoutGapWhileRowsAreAdded() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      all.add(0, "Act " + i);
      // Several at the same moment are ordered by their ids.
      add("date_trunc('hour', now()) + interval '1 minute' * " + i / 7, "x", "act-" + i, "");
    }
    List<String> read = new ArrayList<>();
    String next = "/audit?actor=x";
    while (next != null) {
      String page = auditor.get(next).asString();
      read.addAll(listed(page));
      Matcher older = Pattern.compile("href=\"([^\"]+)\">Older").matcher(page);
      next = older.find() ? older.group(1).replace("&amp;", "&") : null;
      add("now() + interval '2 hours'", "x", "later", "");
    }
    assertThat(read).containsExactlyElementsOf(all);
  }

  @Test
  void whoIsLimitedToBuildingsSeesWhatConcernsTheirCasesAlone() {
    Escalated here = staff.escalated(StaffSeed.OWN, "soon");
    Escalated there = staff.escalated(StaffSeed.OTHER, "soon");
    add("now()", "novak", "confirm", "case " + here.caseId());
    add("now()", "novak", "restore", "case " + there.caseId());
    add("now()", "novak", "dead-letter-read", "7");
    ConsoleBrowser limited = ConsoleBrowser.signedIn("records");

    assertThat(listed(limited.get("/audit?actor=novak").asString()))
        .containsExactly("Confirmed a hide");
    assertThat(limited.get("/audit/audit.csv").asString())
        .contains(here.caseId().toString())
        .doesNotContain(there.caseId().toString(), "dead-letter-read");
    assertThat(acts("/audit?actor=novak")).hasSize(3);
  }

  @Test
  void theFileOpensSafelyAndTakingItIsRecorded() {
    add("now()", "=cmd|'/c calc'!A1", "@SUM(1)", "+1", "say \"hi\"\n=2");
    add("now()", "x", "x", "-1", "\t=3");
    add("now()", "x", "x", " =4", "plain, with comma");

    ConsoleResponse file = auditor.get("/audit/audit.csv?act=x");
    String all = auditor.get("/audit/audit.csv").asString();

    assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"audit.csv\"");
    assertThat(file.asString().lines()).hasSize(3);
    assertThat(file.asString()).contains("\"plain, with comma\"");
    assertThat(all)
        .startsWith("\uFEFF\"time\",\"user\"")
        .contains("\"'=cmd|'/c calc'!A1\"", "\"'@SUM(1)\"", "\"'+1\"", "\"say \"\"hi\"\"\n=2\"")
        .contains("\"'-1\"", "\"'\t=3\"", "\"' =4\"")
        .doesNotContainPattern("(^|,)\"\\s*[=+@-]");
    assertThat(acts("/audit?actor=auditor2"))
        .containsExactly("Downloaded the audit log", "Downloaded the audit log", "Signed in");
  }

  @Test
  void aFileHoldsMoreThanFitsIntoOnePortion() {
    database.write(
        h ->
            h.execute(
                "insert into audit (actor, act, target) select 'x', 'x', n::text from"
                    + " generate_series(1, 2500) n"));

    List<String> lines = auditor.get("/audit/audit.csv?actor=x").asString().lines().toList();

    assertThat(lines).hasSize(2501).doesNotHaveDuplicates();
  }

  @Test
  void theDatabaseRefusesToChangeWhatWasDone() {
    for (String change :
        List.of(
            "update audit set actor = 'somebody else'",
            "delete from audit",
            "delete from audit where false",
            "truncate audit")) {
      assertThatThrownBy(() -> database.write(h -> h.execute(change)))
          .as(change)
          .hasMessageContaining("only ever added");
    }
    assertThat(acts("/audit")).containsExactly("Signed in");
  }

  private void add(String at, String actor, String act, String target) {
    add(at, actor, act, target, "");
  }

  private void add(String at, String actor, String act, String target, String detail) {
    database.write(
        h ->
            h.execute(
                "insert into audit (at, actor, act, target, detail) values ("
                    + at
                    + ", ?, ?, ?, ?)",
                actor,
                act,
                target,
                detail));
  }

  private List<String> acts(String path) {
    return listed(auditor.get(path).asString());
  }

  private static List<String> listed(String page) {
    return Jsoup.parse(page).select("table.audit tbody td:nth-child(3)").eachText();
  }
}
