package hallmonitor.moderation.console.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.EscalationEvent.Acknowledged;
import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EscalationEvent.Undelivered;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests how people see an escalation and answer it. */
@ConsoleTest
class EscalationAnswersTest {
  @Inject ConsoleDatabase database;
  @Inject Jdbi jdbi;

  private EscalationScene scene;

  @BeforeEach
  void start() {
    scene = new EscalationScene(database, jdbi);
  }

  @Test
  void aCaseThatWasNeverEscalatedSaysSoAndOffersNoAnswer() {
    assertThat(scene.page())
        .contains("This case was not escalated", "No evidence was captured for this case.")
        .doesNotContain("I'm handling this");
    assertThat(scene.answer("acknowledge", Map.of()).statusCode()).isEqualTo(409);
  }

  @Test
  void anEscalationShowsWhereItStandsAndWhoHasIt() {
    scene.escalate();
    assertThat(scene.page()).contains("Needs response", "I'm handling this");

    scene.hear(new Acknowledged(scene.escalation, scene.id, "okafor", Instant.now()));
    assertThat(scene.page())
        .contains("<strong>Acknowledged</strong> by", "<bdi>Ngozi Okafor</bdi>", "Take over")
        .doesNotContain("I'm handling this");

    scene.hear(
        new Closed(
            scene.escalation, scene.id, "novak", "Parents <b>called</b>.", false, Instant.now()));
    assertThat(scene.page())
        .contains("Closed", "Parents &lt;b&gt;called&lt;/b&gt;.")
        .doesNotContain("Hand over</summary>");
    assertThat(scene.answer("acknowledge", Map.of()).statusCode()).isEqualTo(409);
  }

  @Test
  void anAnswerIsPublishedAuditedAndShownAsUnderWay() throws Exception {
    scene.escalate();
    ConsoleResponse answer = scene.answer("acknowledge", Map.of());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/cases/" + scene.id + "#escalation");
    assertThat(scene.published("CaseAnswered"))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.path("answer").asText()).isEqualTo("ACKNOWLEDGE");
              assertThat(e.path("user").asText()).isEqualTo("novak");
              assertThat(e.path("name").asText()).isEqualTo("Petra Novak");
            });
    assertThat(scene.audit()).contains("answer-acknowledge case " + scene.id);
    assertThat(scene.page()).contains("Sent: acknowledge");
  }

  @Test
  void theSameFormSentTwiceIsOneAnswer() throws Exception {
    scene.escalate();
    String form = UUID.randomUUID().toString();
    scene.answer("acknowledge", Map.of("form", form));
    scene.answer("acknowledge", Map.of("form", form));
    assertThat(scene.published("CaseAnswered")).hasSize(1);
    assertThat(scene.audit()).filteredOn(a -> a.startsWith("answer-")).hasSize(1);
  }

  @Test
  void whoWasNotAskedAcknowledgesItByNameBeforeAnythingElse() throws Exception {
    scene.escalate();
    assertThat(scene.page())
        .contains("I'm handling this", "You were not asked to respond.")
        .doesNotContain("Resolve</summary>", "Hand over</summary>", "False alarm</summary>");
    for (String answer : List.of("resolve", "hand-over", "false-alarm")) {
      ConsoleResponse refused = scene.answer(answer, Map.of("note", "Hidden.", "to", "okafor"));
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.asString()).contains("You were not asked to respond to this escalation.");
    }
    scene.answer("acknowledge", Map.of());
    assertThat(scene.published("CaseAnswered"))
        .singleElement()
        .satisfies(e -> assertThat(e.path("answerable").asBoolean(true)).isFalse());

    scene.hear(new Acknowledged(scene.escalation, scene.id, "novak", Instant.now()));
    assertThat(scene.page()).contains("Resolve</summary>").doesNotContain("You were not asked");
    assertThat(scene.answer("resolve", Map.of("note", "The counselor has her.")).statusCode())
        .isEqualTo(303);
  }

  @Test
  void anAcknowledgmentThatRunsOutSaysUntilWhenAndTakesANextStep() throws Exception {
    scene.escalate();
    Instant until = Instant.now().plus(Duration.ofMinutes(60));
    scene.hear(acknowledged("novak", Optional.of(until), Optional.empty()));

    assertThat(scene.page())
        .contains(
            ", until",
            "If there is no outcome or next step by then, we ask again.",
            "Save the next step");
    assertThat(scene.answer("acknowledge", Map.of("note", " ")).asString())
        .contains("You are already handling this. Enter the next step.");
    scene.answer("acknowledge", Map.of("note", "The officer <b>comes</b>."));
    assertThat(scene.published("CaseAnswered"))
        .singleElement()
        .satisfies(e -> assertThat(e.path("note").asText()).isEqualTo("The officer <b>comes</b>."));

    scene.hear(acknowledged("novak", Optional.empty(), Optional.of("The officer <b>comes</b>.")));
    assertThat(scene.page())
        .contains("Next step:", "The officer &lt;b&gt;comes&lt;/b&gt;.")
        .doesNotContain("Save the next step", ", until");
  }

  @Test
  void aDecisionOnTheCommentAndItsUndoLeaveTheEscalationOpen() throws Exception {
    scene.escalate();
    for (String act : List.of("confirm", "undo")) {
      String version =
          database.read(
              h ->
                  h.select("select version::text from review_case where case_id = ?", scene.id)
                      .mapTo(String.class)
                      .one());
      scene.novak.post(
          "/cases/" + scene.id + "/decision", Map.of("version", version, "decision", act));
    }

    assertThat(scene.published("CaseChanged"))
        .extracting(e -> e.path("kind").asText())
        .containsExactly("confirmed", "reopened");
    assertThat(scene.published("CaseAnswered")).isEmpty();
    assertThat(scene.page()).contains("Needs response", "I'm handling this");
  }

  @Test
  void resolvingNeedsAnOutcomeAndHandingOverAPerson() throws Exception {
    scene.escalate();
    scene.hear(
        new NoticeSent(
            scene.escalation, scene.id, UUID.randomUUID(), "novak", "counselor", Instant.now()));
    assertThat(scene.answer("resolve", Map.of("note", " ")).asString())
        .contains("Describe the outcome");
    assertThat(scene.answer("hand-over", Map.of("to", "nobody")).asString())
        .contains("Choose the person");
    assertThat(scene.published("CaseAnswered")).isEmpty();

    assertThat(scene.answer("resolve", Map.of("note", "The counselor has her.")).statusCode())
        .isEqualTo(303);
    assertThat(scene.answer("hand-over", Map.of("to", "okafor")).statusCode()).isEqualTo(303);
    assertThat(scene.answer("false-alarm", Map.of("note", "A song.")).statusCode()).isEqualTo(303);
    assertThat(scene.published("CaseAnswered"))
        .extracting(e -> e.path("answer").asText() + " " + e.path("to").asText())
        .containsExactly("RESOLVE ", "HAND_OVER okafor", "FALSE_ALARM ");
  }

  @Test
  void anEscalationThatReachesNobodyIsAnAlarmOnEveryPageUntilSomebodyAnswers() {
    scene.escalate();
    scene.hear(
        new Undelivered(
            scene.escalation, scene.id, "The mail server refuses everything.", Instant.now()));
    for (String path : List.of("/queue", "/accounts", "/clocks", "/policy", "/cases/" + scene.id)) {
      assertThat(scene.novak.get(path).asString())
          .as(path)
          .contains("role=\"alert\" aria-label=\"Alarm\"", "The mail server refuses everything.")
          .contains("/cases/" + scene.id + "#escalation");
    }
    scene.hear(new Acknowledged(scene.escalation, scene.id, "novak", Instant.now().plusSeconds(1)));
    assertThat(scene.novak.get("/queue").asString()).doesNotContain("aria-label=\"Alarm\"");
    assertThat(new ConsoleBrowser().get("/sign-in").asString())
        .doesNotContain("aria-label=\"Alarm\"");
  }

  @Test
  void nothingIsChangedWithoutTheFormsToken() {
    scene.escalate();
    for (String path : List.of("answer", "capture", "duties/" + UUID.randomUUID())) {
      assertThat(
              scene
                  .novak
                  .postWithoutToken(
                      "/cases/" + scene.id + "/" + path,
                      Map.of("answer", "acknowledge", "reason", "x"))
                  .statusCode())
          .as(path)
          .isEqualTo(400);
    }
  }

  private Acknowledged acknowledged(
      String person, Optional<Instant> until, Optional<String> nextStep) {
    return new Acknowledged(scene.escalation, scene.id, person, Instant.now(), until, nextStep);
  }
}
