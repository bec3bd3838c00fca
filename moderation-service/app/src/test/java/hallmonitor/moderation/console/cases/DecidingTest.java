package hallmonitor.moderation.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests decisions with clause and reason, undo, notes, and manual escalation. */
@ConsoleTest
class DecidingTest extends NovakAtWork {
  private static final String EVENTS =
      "select actor || ' ' || kind || ': ' || detail from case_event where case_id = ? order by id";
  private static final String AUDIT =
      "select act || ': ' || detail from audit where target = 'case ' || ? order by id";

  @Test
  void aHideSaysOnWhichClauseAndWhyEverywhere() {
    UUID id = seed.aCase("1").judged("review", "1.2").action("none", "").there();

    ConsoleResponse row =
        decide(id, "hide", Map.of("clause", "2.1", "reason", "It attacks.", "note", "Badly."));

    assertThat(row.asString())
        .contains("Hidden. The platform is being told.", "clause 2.1", "It attacks. Badly.");
    assertThat(deciding.orders()).hasSize(1);
    assertThat(deciding.orders().get(0).path("action").asText()).isEqualTo("HIDE");
    assertThat(deciding.orders().get(0).path("clause").asText()).isEqualTo("2.1");
    assertThat(deciding.orders().get(0).path("reason").asText()).isEqualTo("It attacks. Badly.");
    assertThat(deciding.texts(EVENTS, id))
        .contains("novak hide-ordered: Clause 2.1. It attacks. Badly.");
    assertThat(deciding.texts(AUDIT, id.toString()))
        .contains("hide: Clause 2.1. It attacks. Badly.");
    assertThat(deciding.row("select clause, decision_clause from review_case"))
        .containsEntry("clause", "1.2")
        .containsEntry("decision_clause", "2.1");
    assertThat(deciding.texts("select clause from strike")).containsExactly("2.1");
  }

  @Test
  void aConfirmationNamesTheCasesOwnClauseWithOneKey() {
    UUID id = seed.aCase("1").judged("hide", "1.1").there();

    assertThat(decide(id, "confirm", Map.of()).statusCode()).isEqualTo(200);

    assertThat(deciding.texts(EVENTS, id)).contains("novak confirmed: Clause 1.1.");
    assertThat(deciding.row("select decision_clause from review_case"))
        .containsEntry("decision_clause", "1.1");
  }

  @Test
  void aHideWithoutAClauseIsRefusedAndARestoreNeedsNone() {
    UUID none = seed.aCase("1").judged("review", "").action("none", "").there();
    UUID hidden = seed.aCase("2").judged("review", "").there();

    ConsoleResponse refused = decide(none, "hide", Map.of());

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString())
        .contains(
            "Every hide must name a clause, and this case has none. Choose a clause, then decide.");
    assertThat(deciding.orders()).isEmpty();
    assertThat(decide(none, "hide", Map.of("clause", "9.9")).asString())
        .contains("no longer in the policy");
    assertThat(decide(none, "hide", Map.of("clause", "1.1")).statusCode()).isEqualTo(200);
    assertThat(decide(hidden, "restore", Map.of()).statusCode()).isEqualTo(200);
  }

  @Test
  void undoingAConfirmationPutsTheCaseBackIntoTheQueue() {
    UUID id = seed.aCase("1").aged(Duration.ofHours(3)).there();
    Object since = deciding.row("select opened_at from review_case").get("opened_at");
    String row = decide(id, "confirm", Map.of()).asString();
    assertThat(row).contains("u:undo\"", "The case goes back to the queue");

    ConsoleResponse undone = decide(id, "undo", Map.of("version", "1"));

    assertThat(undone.asString()).contains("Undone. It is back in the queue.");
    assertThat(novak.get("/queue").asString()).contains("case-" + id);
    assertThat(deciding.orders()).isEmpty();
    assertThat(deciding.row("select state, decided_by, opened_at from review_case"))
        .containsEntry("state", "open")
        .containsEntry("decided_by", null)
        .containsEntry("opened_at", since);
    assertThat(deciding.texts(EVENTS, id)).contains("novak reopened: ");
  }

  @Test
  void undoingARestoreHidesAgainAndItsButtonSaysSo() {
    UUID id = seed.aCase("1").judged("hide", "1.1").there();
    String row = decide(id, "restore", Map.of()).asString();
    assertThat(row).contains("Undo: hide again");

    ConsoleResponse undone = decide(id, "undo", Map.of("version", "1"));

    assertThat(undone.asString()).contains("Undone. It is hidden again");
    assertThat(deciding.orders())
        .extracting(o -> o.path("action").asText() + " " + o.path("clause").asText())
        .containsExactly("RESTORE 1.1", "HIDE 1.1");
    assertThat(deciding.row("select state, action_state from review_case"))
        .containsEntry("state", "open")
        .containsEntry("action_state", "hide-ordered");
  }

  @Test
  void nothingIsUndoneTwiceOrOverSomebodyElsesDecision() {
    UUID id = seed.aCase("1").there();
    assertThat(decide(id, "undo", Map.of()).statusCode()).isEqualTo(409);
    decide(id, "confirm", Map.of());

    assertThat(decide(id, "undo", Map.of("version", "0")).statusCode()).isEqualTo(409);
    assertThat(deciding.row("select state from review_case")).containsEntry("state", "confirmed");
  }

  @Test
  void aNoteIsWrittenAtAnyTimeAndOnce() {
    UUID id = seed.aCase("1").decided("confirmed").there();
    Map<String, String> note =
        Map.of("form", UUID.randomUUID().toString(), "note", "The family called.");

    assertThat(novak.postPart("/cases/" + id + "/note", note).asString()).contains("Note saved.");
    novak.postPart("/cases/" + id + "/note", note);

    assertThat(deciding.texts(EVENTS, id)).containsOnlyOnce("novak note: The family called.");
    assertThat(deciding.texts(AUDIT, id.toString())).containsOnlyOnce("note: The family called.");
    assertThat(novak.get("/cases/" + id).asString()).contains("The family called.");
    assertThat(novak.postPart("/cases/" + id + "/note", Map.of("note", " ")).statusCode())
        .isEqualTo(409);
  }

  @Test
  void theFormOffersClausesAndTheReasonsThatFit() {
    UUID id = seed.aCase("1").judged("hide", "6.1").there();

    String part = novak.part("/cases/" + id + "/words").asString();
    String page = novak.get("/cases/" + id + "/words").asString();

    assertThat(part)
        .contains("This case's clause: 6.1 Spam", "<option value=\"2.1\">")
        .contains("It advertises and has nothing to do with the post.")
        .doesNotContain("<html", "stands on a school&#39;s page");
    assertThat(page).contains("<html").contains("This case's clause: 6.1 Spam");
    // The answer can replace the row only beside it.
    assertThat(part).contains("hx-target=\"#case-" + id);
    assertThat(page).doesNotContain("hx-target=\"#case-");
    assertThat(novak.get("/cases/" + id).asString()).doesNotContain("hx-target=\"#case-");
  }

  @Test
  void anEscalationByHandGoesTheWayOfThePolicysOwn() {
    seed.comment("0", "Sam", "Who comes on Friday?", null, Duration.ofHours(1), "visible");
    UUID id =
        seed.aCase("1")
            .answering("0")
            .saying("He said he brings it on Friday")
            .found("THREAT", .4, "Words that can be a threat.", "brings it")
            .judged("review", "3.3")
            .action("none", "")
            .urgency("digest")
            .there();

    ConsoleResponse row =
        escalate(id, Map.of("clause", "3.1", "note", "Two parents called about it."));

    assertThat(row.statusCode()).isEqualTo(200);
    assertThat(deciding.escalations()).hasSize(1);
    var event = deciding.escalations().get(0);
    assertThat(event.path("clause").asText()).isEqualTo("3.1");
    assertThat(event.path("urgency").asText()).isEqualTo("IMMEDIATE");
    assertThat(event.path("roles").toString()).isEqualTo("[\"principal\",\"superintendent\"]");
    assertThat(event.path("hideOrdered").asBoolean()).isFalse();
    assertThat(event.at("/snapshot/text").asText()).isEqualTo("He said he brings it on Friday");
    assertThat(event.at("/snapshot/parentText").asText()).isEqualTo("Who comes on Friday?");
    assertThat(event.at("/snapshot/findings/0/quoted/0").asText()).isEqualTo("brings it");
    assertThat(event.at("/capture/cause").asText()).isEqualTo("novak");
    assertThat(deciding.row("select state, urgency, evidence from review_case"))
        .containsEntry("state", "open")
        .containsEntry("urgency", "immediate")
        .containsEntry("evidence", true);
    assertThat(deciding.row("select clause, state from escalation_state"))
        .containsEntry("clause", "3.1")
        .containsEntry("state", "open");
    assertThat(deciding.texts(AUDIT, id.toString()))
        .contains(
            "escalate: Clause 3.1, to principal, superintendent. Two parents called about it.");
    assertThat(novak.get("/cases/" + id).asString()).contains("Needs response");
  }

  @Test
  void anEscalationByHandNeedsAReasonAndSomebodyToTell() {
    UUID id = seed.aCase("1").judged("review", "1.2").there();

    assertThat(escalate(id, Map.of("clause", "3.1")).asString()).contains("Say why");
    assertThat(escalate(id, Map.of("note", "Look.")).asString())
        .contains("Clause 1.2 names nobody. Choose who to notify.");
    assertThat(escalate(id, Map.of("note", "Look.", "roles", "janitor")).statusCode())
        .isEqualTo(409);
    assertThat(deciding.escalations()).isEmpty();

    escalate(id, Map.of("note", "Look.", "roles", List.of("counselor"), "urgency", "soon"));
    assertThat(deciding.escalations().get(0).path("roles").toString()).isEqualTo("[\"counselor\"]");
    assertThat(deciding.escalations().get(0).path("urgency").asText()).isEqualTo("SOON");
  }

  @Test
  void aClosedCaseThatIsEscalatedWaitsForAPersonAgain() {
    UUID id = seed.aCase("1").decided("dismissed").action("none", "").there();

    escalate(id, Map.of("clause", "3.9", "note", "The teacher knows more."));

    assertThat(deciding.row("select state from review_case")).containsEntry("state", "open");
  }

  @Test
  void theNextCaseIsTheOneThatFollowsInTheQueue() {
    UUID last = seed.aCase("1").urgency("digest").aged(Duration.ofDays(9)).there();
    UUID second = seed.aCase("2").urgency("soon").aged(Duration.ofMinutes(1)).there();
    UUID first = seed.aCase("3").urgency("immediate").there();

    assertThat(next(first)).endsWith("/cases/" + second);
    assertThat(next(second)).endsWith("/cases/" + last);
    assertThat(next(last)).endsWith("/queue");
  }

  @Test
  void everyKeyIsToldByItsButtonAndInTheListOfKeys() {
    UUID id = seed.aCase("1").there();
    String queue = novak.get("/queue").asString();
    String page = novak.get("/cases/" + id).asString();

    for (String key : List.of("c", "r", "e", "m", "s")) {
      assertThat(queue).contains("<dt><kbd>" + key + "</kbd>");
      assertThat(page)
          .contains("data-key=\"" + key + "\"", " (" + key + ")\"", "<dt><kbd>" + key + "</kbd>");
    }
    assertThat(queue).contains("data-choices=\"c:confirm r:restore i:harmless\"");
    assertThat(page).contains("data-key=\"n\"");
    assertThat(queue).contains("data-key=\"x\"");
  }

  private String next(UUID id) {
    return novak.get("/cases/" + id + "/next").header("Location");
  }

  private ConsoleResponse decide(UUID id, String kind, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(Map.of("version", "0", "decision", kind));
    all.putAll(fields);
    return novak.postPart("/cases/" + id + "/decision", all);
  }

  private ConsoleResponse escalate(UUID id, Map<String, ?> fields) {
    Map<String, Object> all = new HashMap<>(Map.of("version", "0"));
    all.putAll(fields);
    return novak.postPart("/cases/" + id + "/escalate", all);
  }
}
