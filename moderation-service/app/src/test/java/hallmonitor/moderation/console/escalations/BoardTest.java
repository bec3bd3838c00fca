package hallmonitor.moderation.console.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.PrincipalAtWork;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.console.seed.StaffSeed.Escalated;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests what a principal sees and does on a phone. */
@ConsoleTest
class BoardTest extends PrincipalAtWork {
  @Test
  void everybodyBeginsWhereTheirWorkIs() {
    assertThat(principal.get("/").header("Location")).endsWith("/my-building");
    assertThat(new ConsoleBrowser().signIn("principal", Seed.PASSWORD).header("Location"))
        .endsWith("/");
    assertThat(ConsoleBrowser.signedIn("records").get("/").header("Location")).endsWith("/records");
    for (String other : List.of("moderator", "auditor")) {
      assertThat(ConsoleBrowser.signedIn(other).get("/").header("Location"))
          .as(other)
          .endsWith("/queue");
    }
  }

  @Test
  void whatNobodyHasTakenComesFirstAndThenTheMoreUrgent() {
    UUID taken = staff.escalated(StaffSeed.OWN, "immediate").caseId();
    set("state = 'acknowledged', person = 'principal'", taken);
    UUID soon = staff.escalated(StaffSeed.OWN, "soon").caseId();
    UUID now = staff.escalated(StaffSeed.OWN, "immediate").caseId();
    UUID newer = staff.escalated(StaffSeed.OWN, "immediate").caseId();
    openedAgo(now, 60);
    UUID elsewhere = staff.escalated(StaffSeed.OTHER, "immediate").caseId();
    UUID quiet = seed.aCase("quiet").in(StaffSeed.OWN).there();

    assertThat(listed()).containsExactly(newer, now, soon, taken);
    assertThat(principal.get("/my-building").asString())
        .contains("<h1>Maple Valley High School</h1>")
        .doesNotContain(elsewhere.toString(), quiet.toString());
  }

  @Test
  void aClockThatRunsStaysAfterTheEscalationIsClosed() {
    Escalated here = staff.escalated(StaffSeed.OWN, "soon");
    set("state = 'closed', outcome = 'Parents called.'", here.caseId());

    assertThat(principal.get("/my-building").asString())
        .contains("Closed", "Parents called.", "Call the hotline", "Overdue by")
        .doesNotContain("I'm handling this");

    fill(here, "done");
    assertThat(listed()).isEmpty();
    assertThat(principal.get("/my-building").asString()).contains("You're all caught up.");
  }

  @Test
  void whatWasSaidIsBehindOneTapThatIsRecorded() {
    Escalated here = staff.escalated(StaffSeed.OWN, "soon");
    Escalated other = staff.escalated(StaffSeed.OWN, "soon");

    assertThat(principal.get("/my-building").asString())
        .contains("Disclosure of abuse", "clause 3.2", "href=\"/cases/" + here.caseId() + "\"")
        .doesNotContain("<mark>beats</mark>", "By <bdi>Dana Reyes")
        .doesNotContain("<details class=\"folded\" open");
    assertThat(seed.outgoing()).as("nobody saw the case").isEmpty();

    String shown = principal.post("/my-building/" + here.caseId() + "/words", Map.of()).asString();

    assertThat(shown).containsOnlyOnce("<mark>beats</mark>").contains("By <bdi>Dana Reyes");
    assertThat(audit())
        .contains("words-read case " + here.caseId())
        .doesNotContain("words-read case " + other.caseId());
    assertThat(seed.outgoing()).anyMatch(json -> json.contains("CaseViewed"));
    assertThat(principal.get("/my-building").asString()).doesNotContain("<mark>beats</mark>");
  }

  @Test
  void hideNowAndPutBackAreTheirDecisionsAndAnswerNothing() {
    Escalated here = staff.escalated(StaffSeed.OWN, "immediate");
    String words = "/my-building/" + here.caseId() + "/words";
    String shown = principal.post(words, Map.of()).asString();
    assertThat(shown).contains("The public cannot see it.", "Restore");

    ConsoleResponse restored =
        principal.post(
            "/my-building/" + here.caseId() + "/comment",
            Map.of("decision", "restore", "version", version(shown)));

    assertThat(restored.header("Location")).endsWith(place(here));
    String after = principal.post(words, Map.of()).asString();
    assertThat(after).contains("The public can see it.", "Hide now", "I'm handling this");
    assertThat(
            principal
                .post(
                    "/my-building/" + here.caseId() + "/comment",
                    Map.of("decision", "restore", "version", version(after)))
                .statusCode())
        .isEqualTo(409);
    assertThat(audit()).contains("restore case " + here.caseId());
  }

  private static String version(String page) {
    var version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
    assertThat(version.find()).isTrue();
    return version.group(1);
  }

  @Test
  void everyAnswerIsGivenThereAndLeadsBackThere() {
    for (Map<String, String> answer :
        List.of(
            Map.of("answer", "acknowledge"),
            Map.of("answer", "hand-over", "to", "lindgren", "note", "I am away"),
            Map.of("answer", "resolve", "note", "The counselor has her."),
            Map.of("answer", "false-alarm", "note", ""))) {
      Escalated here = staff.escalated(StaffSeed.OWN, "soon");
      String form = formOf(here, answer.get("answer"));
      assertThat(form).contains("name=\"form\"", "name=\"back\" value=\"/my-building\"");

      ConsoleResponse sent = answer(here, answer);

      assertThat(sent.statusCode()).as("" + answer).isEqualTo(303);
      assertThat(sent.header("Location")).endsWith(place(here));
      assertThat(audit()).contains("answer-" + answer.get("answer") + " case " + here.caseId());
    }
  }

  @Test
  void theChecklistIsFilledInThere() {
    Escalated here = staff.escalated(StaffSeed.OWN, "soon");
    assertThat(principal.get("/my-building").asString()).contains("Called at");

    assertThat(fill(here, "save").header("Location")).endsWith(place(here));

    assertThat(principal.get("/my-building").asString())
        .containsPattern("name=\"field-called-at\" value=\"20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d\"");
    assertThat(audit()).contains("duty-saved case " + here.caseId());
  }

  @Test
  void anAnswerThatCannotBeTrueIsRefusedBesideItsFieldAndNothingTypedIsLost() {
    Escalated here = staff.escalated(StaffSeed.OWN, "soon");

    ConsoleResponse refused =
        principal.post(
            "/cases/" + here.caseId() + "/duties/" + here.clockId(),
            Map.of(
                "act",
                "done",
                "how-called-at",
                "given",
                "field-called-at",
                "2999-01-01T10:00",
                "why-called-at",
                "my <b>words</b>",
                "back",
                "/my-building"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains("This time is in the future.", "value=\"2999-01-01T10:00\"", "aria-invalid")
        .contains("value=\"my &lt;b&gt;words&lt;/b&gt;\"", "type=\"datetime-local\"")
        .contains("href=\"" + place(here));
    assertThat(audit()).doesNotContain("duty-saved case " + here.caseId());
  }

  @Test
  void whatIsRefusedLeadsBackThereAndNowhereElse() {
    Escalated here = staff.escalated(StaffSeed.OWN, "soon");

    assertThat(answer(here, Map.of("answer", "resolve", "note", "")).asString())
        .contains(
            "Describe the outcome. A resolved escalation needs one.", "href=\"" + place(here));
    assertThat(
            principal
                .post(
                    "/cases/" + here.caseId() + "/answer",
                    Map.of("answer", "acknowledge", "back", "https://evil.example"))
                .header("Location"))
        .endsWith("/cases/" + here.caseId() + "#escalation");
  }

  @Test
  void theListAloneIsGivenToAPageThatHeardOfAChange() {
    staff.escalated(StaffSeed.OWN, "soon");
    assertThat(principal.get("/my-building").asString()).containsPattern("data-since=\"[\\d.]+\"");
    assertThat(principal.part("/my-building/list").asString())
        .contains("I'm handling this")
        .doesNotContain("<main");
  }

  @Test
  void wordsThatAPersonIsReadingStayWhenTheListIsGivenAgain() {
    Escalated read = staff.escalated(StaffSeed.OWN, "soon");
    Escalated unread = staff.escalated(StaffSeed.OWN, "soon");
    principal.post("/my-building/" + read.caseId() + "/words", Map.of());

    assertThat(
            principal
                .part("/my-building/list?read=" + read.caseId() + "&read=" + unread.caseId())
                .asString())
        .as("only the words whose reading is on record")
        .containsOnlyOnce("<mark>beats</mark>");
    assertThat(principal.part("/my-building/list").asString()).doesNotContain("<mark>beats</mark>");
  }

  @Test
  void whatIsUnfoldedStaysSoWhenTheListIsGivenAgain() {
    Escalated open = staff.escalated(StaffSeed.OWN, "soon");
    Escalated other = staff.escalated(StaffSeed.OWN, "soon");

    assertThat(principal.part("/my-building/list?open=" + open.caseId()).asString())
        .contains(other.caseId().toString())
        .containsOnlyOnce("<details class=\"folded\" open")
        .doesNotContain("<mark>beats</mark>");
  }

  @Test
  void wordsThatWereReadStayAfterAnAnswer() {
    Escalated here = staff.escalated(StaffSeed.OWN, "immediate");
    String answered = place(here).replaceFirst("#.*", "");
    assertThat(principal.get(answered).asString()).doesNotContain("<mark>beats</mark>");
    principal.post("/my-building/" + here.caseId() + "/words", Map.of());

    assertThat(principal.get(answered).asString())
        .containsOnlyOnce("<mark>beats</mark>")
        .containsSubsequence("I'm handling this", "Restore");
    assertThat(principal.get("/my-building").asString()).doesNotContain("<mark>beats</mark>");
  }

  private static String place(Escalated here) {
    return "/my-building?open=" + here.caseId() + "#case-" + here.caseId();
  }

  private ConsoleResponse answer(Escalated here, Map<String, String> fields) {
    Map<String, String> all = new java.util.HashMap<>(fields);
    all.put("back", "/my-building");
    return principal.post("/cases/" + here.caseId() + "/answer", all);
  }

  private ConsoleResponse fill(Escalated here, String act) {
    return principal.post(
        "/cases/" + here.caseId() + "/duties/" + here.clockId(),
        Map.of("act", act, "how-called-at", "now", "back", "/my-building"));
  }

  /** Returns the form of the page with this answer's button. */
  private String formOf(Escalated here, String answer) {
    return Pattern.compile("<form(?:(?!</form>).)*</form>", Pattern.DOTALL)
        .matcher(principal.get("/my-building").asString())
        .results()
        .map(m -> m.group())
        .filter(f -> f.contains("/cases/" + here.caseId() + "/answer"))
        .filter(f -> f.contains("value=\"" + answer + "\""))
        .findFirst()
        .orElse("");
  }

  private void openedAgo(UUID caseId, int minutes) {
    database.write(
        h ->
            h.execute(
                "update review_case set opened_at = opened_at - make_interval(mins => ?) where"
                    + " case_id = ?",
                minutes,
                caseId));
  }

  private void set(String change, UUID caseId) {
    database.write(
        h -> h.execute("update escalation_state set " + change + " where case_id = ?", caseId));
  }

  private List<UUID> listed() {
    return Pattern.compile("<li class=\"card\" id=\"case-([0-9a-f-]{36})\"")
        .matcher(principal.get("/my-building").asString())
        .results()
        .map(m -> UUID.fromString(m.group(1)))
        .toList();
  }

  private List<String> audit() {
    return database.read(
        h -> h.select("select act || ' ' || target from audit").mapTo(String.class).list());
  }
}
