package hallmonitor.moderation.console.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.Acknowledged;
import hallmonitor.contract.event.EscalationEvent.ClockKind;
import hallmonitor.contract.event.EscalationEvent.ClockStarted;
import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.contract.event.EscalationEvent.EvidenceSealed;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EscalationEvent.Undelivered;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.store.escalation.EscalationNews;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests escalations, clocks and evidence as people see and answer them. */
@ConsoleTest
class EscalationConsoleTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> CALL = List.of("called-at", "call-id");

  @Inject ConsoleDatabase database;
  @Inject Jdbi jdbi;

  private final UUID escalation = UUID.randomUUID();
  private final UUID clock = UUID.randomUUID();
  private Seed seed;
  private ConsoleBrowser novak;
  private UUID id;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "moderator", false);
    novak = ConsoleBrowser.signedIn("novak");
    id =
        seed.aCase("1")
            .saying("He beats me")
            .found("ABUSE_DISCLOSURE", .97, "Says so.", "beats")
            .judged("escalate", "3.2")
            .urgency("immediate")
            .there();
  }

  @Test
  void aCaseThatWasNeverEscalatedSaysSoAndOffersNoAnswer() {
    assertThat(page())
        .contains("This case was not escalated", "No evidence was captured for this case.")
        .doesNotContain("I'm handling this");
    assertThat(answer("acknowledge", Map.of()).statusCode()).isEqualTo(409);
  }

  @Test
  void anEscalationShowsWhereItStandsAndWhoHasIt() {
    seed.escalated(id, escalation);
    assertThat(page()).contains("Needs response", "I'm handling this");

    hear(new Acknowledged(escalation, id, "okafor", now()));
    assertThat(page())
        .contains("<strong>Acknowledged</strong> by", "<bdi>Ngozi Okafor</bdi>", "Take over")
        .doesNotContain("I'm handling this");

    hear(new Closed(escalation, id, "novak", "Parents <b>called</b>.", false, now()));
    assertThat(page())
        .contains("Closed", "Parents &lt;b&gt;called&lt;/b&gt;.")
        .doesNotContain("Hand over</summary>");
    assertThat(answer("acknowledge", Map.of()).statusCode()).isEqualTo(409);
  }

  @Test
  void anAnswerIsPublishedAuditedAndShownAsUnderWay() throws Exception {
    seed.escalated(id, escalation);
    Response answer = answer("acknowledge", Map.of());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/cases/" + id + "#escalation");
    assertThat(published("CaseAnswered"))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.path("answer").asText()).isEqualTo("ACKNOWLEDGE");
              assertThat(e.path("user").asText()).isEqualTo("novak");
              assertThat(e.path("name").asText()).isEqualTo("Petra Novak");
            });
    assertThat(audit()).contains("answer-acknowledge case " + id);
    assertThat(page()).contains("Sent: acknowledge");
  }

  @Test
  void theSameFormSentTwiceIsOneAnswer() throws Exception {
    seed.escalated(id, escalation);
    String form = UUID.randomUUID().toString();
    answer("acknowledge", Map.of("form", form));
    answer("acknowledge", Map.of("form", form));
    assertThat(published("CaseAnswered")).hasSize(1);
    assertThat(audit()).filteredOn(a -> a.startsWith("answer-")).hasSize(1);
  }

  @Test
  void whoWasNotAskedAcknowledgesItByNameBeforeAnythingElse() throws Exception {
    seed.escalated(id, escalation);
    assertThat(page())
        .contains("I'm handling this", "You were not asked to respond.")
        .doesNotContain("Resolve</summary>", "Hand over</summary>", "False alarm</summary>");
    for (String answer : List.of("resolve", "hand-over", "false-alarm")) {
      Response refused = answer(answer, Map.of("note", "Hidden.", "to", "okafor"));
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.asString()).contains("You were not asked to respond to this escalation.");
    }
    answer("acknowledge", Map.of());
    assertThat(published("CaseAnswered"))
        .singleElement()
        .satisfies(e -> assertThat(e.path("answerable").asBoolean(true)).isFalse());

    hear(new Acknowledged(escalation, id, "novak", now()));
    assertThat(page()).contains("Resolve</summary>").doesNotContain("You were not asked");
    assertThat(answer("resolve", Map.of("note", "The counselor has her.")).statusCode())
        .isEqualTo(303);
  }

  @Test
  void anAcknowledgmentThatRunsOutSaysUntilWhenAndTakesANextStep() throws Exception {
    seed.escalated(id, escalation);
    Instant until = now().plus(Duration.ofMinutes(60));
    hear(acknowledged("novak", Optional.of(until), Optional.empty()));

    assertThat(page())
        .contains(
            ", until",
            "If there is no outcome or next step by then, we ask again.",
            "Save the next step");
    assertThat(answer("acknowledge", Map.of("note", " ")).asString())
        .contains("You are already handling this. Enter the next step.");
    answer("acknowledge", Map.of("note", "The officer <b>comes</b>."));
    assertThat(published("CaseAnswered"))
        .singleElement()
        .satisfies(e -> assertThat(e.path("note").asText()).isEqualTo("The officer <b>comes</b>."));

    hear(acknowledged("novak", Optional.empty(), Optional.of("The officer <b>comes</b>.")));
    assertThat(page())
        .contains("Next step:", "The officer &lt;b&gt;comes&lt;/b&gt;.")
        .doesNotContain("Save the next step", ", until");
  }

  @Test
  void aDecisionOnTheCommentAndItsUndoLeaveTheEscalationOpen() throws Exception {
    seed.escalated(id, escalation);
    for (String act : List.of("confirm", "undo")) {
      String version =
          database.read(
              h ->
                  h.select("select version::text from review_case where case_id = ?", id)
                      .mapTo(String.class)
                      .one());
      novak.post("/cases/" + id + "/decision", Map.of("version", version, "decision", act));
    }

    assertThat(published("CaseChanged"))
        .extracting(e -> e.path("kind").asText())
        .containsExactly("confirmed", "reopened");
    assertThat(published("CaseAnswered")).isEmpty();
    assertThat(page()).contains("Needs response", "I'm handling this");
  }

  @Test
  void resolvingNeedsAnOutcomeAndHandingOverAPerson() throws Exception {
    seed.escalated(id, escalation);
    hear(new NoticeSent(escalation, id, UUID.randomUUID(), "novak", "counselor", now()));
    assertThat(answer("resolve", Map.of("note", " ")).asString()).contains("Describe the outcome");
    assertThat(answer("hand-over", Map.of("to", "nobody")).asString())
        .contains("Choose the person");
    assertThat(published("CaseAnswered")).isEmpty();

    assertThat(answer("resolve", Map.of("note", "The counselor has her.")).statusCode())
        .isEqualTo(303);
    assertThat(answer("hand-over", Map.of("to", "okafor")).statusCode()).isEqualTo(303);
    assertThat(answer("false-alarm", Map.of("note", "A song.")).statusCode()).isEqualTo(303);
    assertThat(published("CaseAnswered"))
        .extracting(e -> e.path("answer").asText() + " " + e.path("to").asText())
        .containsExactly("RESOLVE ", "HAND_OVER okafor", "FALSE_ALARM ");
  }

  @Test
  void onlyTheFirstLookOfEachPersonIsTold() throws Exception {
    page();
    assertThat(published("CaseViewed")).as("no evidence is kept yet").isEmpty();
    seed.escalated(id, escalation);
    page();
    page();
    seed.person("brandt", "administrator", false);
    ConsoleBrowser.signedIn("brandt").get("/cases/" + id + "/detail");
    assertThat(published("CaseViewed"))
        .extracting(e -> e.path("user").asText())
        .containsExactly("novak", "brandt");
    assertThat(audit())
        .filteredOn(line -> line.equals("evidence-read " + id))
        .as("once for each person, however often the page is read")
        .hasSize(2);
  }

  @Test
  void aDutyIsFilledInPieceByPieceAndDone() throws Exception {
    seed.escalated(id, escalation);
    hear(duty("novak", Duration.ofHours(48)));
    assertThat(page())
        .contains("Call the hotline", "1-800-25-ABUSE", "325 ILCS 5/7", "Called at", "Call id");

    String now =
        java.time.LocalDateTime.now(java.time.ZoneId.of("America/Chicago"))
            .toString()
            .substring(0, 16);
    assertThat(fill("save", now, "").statusCode()).isEqualTo(303);
    assertThat(page()).contains("value=\"" + now + "\"");
    assertThat(fill("done", now, "").asString())
        .contains("needed, before you mark it as done.", "value=\"" + now + "\"");
    assertThat(fill("done", now, "A-77").statusCode()).isEqualTo(303);

    JsonNode last = published("DutyDone").get(published("DutyDone").size() - 1);
    assertThat(last.path("done").asBoolean()).isTrue();
    assertThat(last.path("fields").path("call-id").asText()).isEqualTo("A-77");
    assertThat(last.path("clockId").asText()).isEqualTo(clock.toString());
    assertThat(page()).contains("Past deadlines", "done by");
    assertThat(fill("save", now, "A-77").statusCode()).as("it is done").isEqualTo(409);
    assertThat(audit()).contains("duty-saved case " + id, "duty-done case " + id);
  }

  @Test
  void theDutyOfSomebodyElseIsFoldedAway() {
    seed.escalated(id, escalation);
    hear(duty("okafor", Duration.ofHours(48)));
    assertThat(page()).contains("Record what <bdi>Ngozi Okafor</bdi> did");
  }

  @Test
  void theClocksPageListsWhatIsOverdueFirst() {
    seed.escalated(id, escalation);
    assertThat(novak.get("/clocks").asString()).contains("Nothing is due");
    hear(
        clock(UUID.randomUUID(), "Call third", Duration.ofHours(30)),
        clock(UUID.randomUUID(), "Call second", Duration.ofMinutes(9)),
        clock(UUID.randomUUID(), "Call first", Duration.ofMinutes(-3)));

    String page = novak.get("/clocks").asString();
    assertThat(page.indexOf("Call first")).isLessThan(page.indexOf("Call second"));
    assertThat(page.indexOf("Call second")).isLessThan(page.indexOf("Call third"));
    assertThat(page)
        .contains("Overdue by 3 min", "In 8 min", "In 1 d 05 h", "Maple Valley High School")
        .contains("data-count=\"overdue\"><b>1</b>");
    assertThat(novak.get("/clocks/alarm").asString()).contains("data-overdue=\"1\"");
  }

  @Test
  void anEscalationThatReachesNobodyIsAnAlarmOnEveryPageUntilSomebodyAnswers() {
    seed.escalated(id, escalation);
    hear(new Undelivered(escalation, id, "The mail server refuses everything.", now()));
    for (String path : List.of("/queue", "/accounts", "/clocks", "/policy", "/cases/" + id)) {
      assertThat(novak.get(path).asString())
          .as(path)
          .contains("role=\"alert\" aria-label=\"Alarm\"", "The mail server refuses everything.")
          .contains("/cases/" + id + "#escalation");
    }
    hear(new Acknowledged(escalation, id, "novak", now().plusSeconds(1)));
    assertThat(novak.get("/queue").asString()).doesNotContain("aria-label=\"Alarm\"");
    assertThat(new ConsoleBrowser().get("/sign-in").asString())
        .doesNotContain("aria-label=\"Alarm\"");
  }

  @Test
  void falseAlarmsAreCountedByClause() {
    seed.escalated(id, escalation);
    UUID other = UUID.randomUUID();
    seed.escalated(id, other);
    hear(new Closed(escalation, id, "novak", "A song.", true, now()));
    assertThat(novak.get("/clocks").asString())
        .contains("<td>Disclosure of abuse</td> <td>3.2</td>", "1 of 2");
  }

  @Test
  void evidenceShowsItsSealAndThatTheHideCameFirst() {
    seed.escalated(id, escalation);
    assertThat(page()).contains("Not sealed yet", "Captured when it was escalated");
    hear(new EvidenceSealed(escalation, id, 41, "ab".repeat(32), now()));
    assertThat(page()).contains("Sealed as record 41", "ab".repeat(32));

    seed.event(id, "policy", "hidden-before-seal", "It did not answer within 30 s.");
    assertThat(page())
        .contains("Hidden before its evidence was sealed.", "It did not answer within 30 s.");
  }

  @Test
  void anyCaseCanBeCapturedByHandWithAReason() throws Exception {
    assertThat(post("capture", Map.of("reason", " ")).statusCode()).isEqualTo(409);
    String form = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      assertThat(post("capture", Map.of("reason", "Counsel asked.", "form", form)).statusCode())
          .isEqualTo(303);
    }

    assertThat(published("CaptureAsked"))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.path("eventId").asText()).isEqualTo(form);
              assertThat(e.path("by").asText()).isEqualTo("novak");
              assertThat(e.path("capture").path("seen").path("text").asText())
                  .isEqualTo("He beats me");
              assertThat(e.path("capture").path("cause").asText()).isEqualTo("novak");
            });
    assertThat(page())
        .contains("Not sealed yet", "Captured by <bdi>Petra Novak</bdi>", "Counsel asked.");
    assertThat(audit()).contains("capture-evidence case " + id);
  }

  @Test
  void aHeldHideSaysThatItWaitsAndOffersToKeepOrHideAtOnce() {
    UUID held = seed.aCase("2").judged("escalate", "3.1").action("hide-held", "").there();
    assertThat(novak.get("/cases/" + held).asString())
        .contains("Waiting for evidence", "Keep visible", "Hide now", "Confirm")
        .doesNotContain(">No violation");
  }

  @Test
  void nothingIsChangedWithoutTheFormsToken() {
    seed.escalated(id, escalation);
    for (String path : List.of("answer", "capture", "duties/" + clock)) {
      assertThat(
              novak
                  .postWithoutToken(
                      "/cases/" + id + "/" + path, Map.of("answer", "acknowledge", "reason", "x"))
                  .statusCode())
          .as(path)
          .isEqualTo(400);
    }
  }

  private String page() {
    return novak.get("/cases/" + id).asString();
  }

  private Response answer(String answer, Map<String, String> more) {
    Map<String, String> fields = new java.util.HashMap<>(more);
    fields.put("answer", answer);
    return post("answer", fields);
  }

  private Response fill(String act, String calledAt, String callId) {
    return post(
        "duties/" + clock,
        Map.of("act", act, "field-called-at", calledAt, "field-call-id", callId));
  }

  private Response post(String path, Map<String, String> fields) {
    return novak.post("/cases/" + id + "/" + path, fields);
  }

  private ClockStarted duty(String person, Duration until) {
    return new ClockStarted(
        escalation,
        id,
        clock,
        ClockKind.DUTY,
        "Call the hotline",
        "Call 1-800-25-ABUSE yourself; nobody can do it for you.",
        "325 ILCS 5/7",
        Optional.of(person),
        CALL,
        now().plus(until),
        now());
  }

  private Acknowledged acknowledged(
      String person, Optional<Instant> until, Optional<String> nextStep) {
    return new Acknowledged(escalation, id, person, now(), until, nextStep);
  }

  private ClockStarted clock(UUID clockId, String title, Duration until) {
    return new ClockStarted(
        escalation,
        id,
        clockId,
        ClockKind.ACKNOWLEDGE,
        title,
        "",
        "",
        Optional.empty(),
        List.of(),
        now().plus(until),
        now());
  }

  private static Instant now() {
    return Instant.now();
  }

  private void hear(EscalationEvent... events) {
    jdbi.useTransaction(
        t -> {
          try {
            EscalationNews.take(t, List.of(events), now());
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Returns the published events about this case, whether or not the relay has sent them. */
  private List<JsonNode> published(String type) throws Exception {
    List<JsonNode> found = new ArrayList<>();
    for (String json : seed.outgoing()) {
      JsonNode event = JSON.readTree(json);
      if (event.path("type").asText().equals(type)
          && event.path("caseId").asText().equals(id.toString())) {
        found.add(event);
      }
    }
    return found;
  }

  private List<String> audit() {
    return database.read(
        h -> h.select("select act || ' ' || target from audit").mapTo(String.class).list());
  }
}
