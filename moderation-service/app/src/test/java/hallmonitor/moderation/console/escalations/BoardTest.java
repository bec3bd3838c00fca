package hallmonitor.moderation.console.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.PrincipalAtWork;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.console.seed.StaffSeed.Escalated;
import io.restassured.response.Response;
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
    for (String other : List.of("moderator", "administrator", "records", "auditor")) {
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
    UUID elsewhere = staff.escalated(StaffSeed.OTHER, "immediate").caseId();
    UUID quiet = seed.aCase("quiet").in(StaffSeed.OWN).there();

    assertThat(listed()).containsExactly(now, soon, taken);
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
        .doesNotContain("Acknowledge: I have it");

    fill(here, "done");
    assertThat(listed()).isEmpty();
    assertThat(principal.get("/my-building").asString()).contains("Nothing waits for you.");
  }

  @Test
  void whatWasSaidIsNotShownBeforeTheCaseIsOpened() {
    Escalated here = staff.escalated(StaffSeed.OWN, "soon");

    assertThat(principal.get("/my-building").asString())
        .contains("Disclosure of abuse", "Clause 3.2", "href=\"/cases/" + here.caseId() + "\"")
        .doesNotContain("He beats me", "Dana Reyes");
    assertThat(seed.outgoing()).as("nobody saw the case").isEmpty();
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

      Response sent = answer(here, answer);

      assertThat(sent.statusCode()).as("" + answer).isEqualTo(303);
      assertThat(sent.header("Location")).endsWith("/my-building#case-" + here.caseId());
      assertThat(audit()).contains("answer-" + answer.get("answer") + " case " + here.caseId());
    }
  }

  @Test
  void theChecklistIsFilledInThere() {
    Escalated here = staff.escalated(StaffSeed.OWN, "soon");
    assertThat(principal.get("/my-building").asString()).contains("Called at");

    assertThat(fill(here, "save").header("Location")).contains("/my-building#case-");

    assertThat(principal.get("/my-building").asString()).contains("value=\"14:05\"");
    assertThat(audit()).contains("duty-saved case " + here.caseId());
  }

  @Test
  void whatIsRefusedLeadsBackThereAndNowhereElse() {
    Escalated here = staff.escalated(StaffSeed.OWN, "soon");

    assertThat(answer(here, Map.of("answer", "resolve", "note", "")).asString())
        .contains("needs its outcome", "href=\"/my-building#case-" + here.caseId());
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
        .contains("Acknowledge: I have it")
        .doesNotContain("<main");
  }

  private Response answer(Escalated here, Map<String, String> fields) {
    Map<String, String> all = new java.util.HashMap<>(fields);
    all.put("back", "/my-building");
    return principal.post("/cases/" + here.caseId() + "/answer", all);
  }

  private Response fill(Escalated here, String act) {
    return principal.post(
        "/cases/" + here.caseId() + "/duties/" + here.clockId(),
        Map.of("act", act, "field-called-at", "14:05", "back", "/my-building"));
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
