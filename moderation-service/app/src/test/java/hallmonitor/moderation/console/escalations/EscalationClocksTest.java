package hallmonitor.moderation.console.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.EscalationEvent.ClockKind;
import hallmonitor.contract.event.EscalationEvent.ClockStarted;
import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
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

/** Tests the duties of an escalation, and the page of all clocks. */
@ConsoleTest
class EscalationClocksTest {
  private static final List<String> CALL = List.of("called-at", "call-id");

  @Inject ConsoleDatabase database;
  @Inject Jdbi jdbi;

  private final UUID clock = UUID.randomUUID();
  private EscalationScene scene;

  @BeforeEach
  void start() {
    scene = new EscalationScene(database, jdbi);
  }

  @Test
  void aDutyIsFilledInPieceByPieceAndDone() throws Exception {
    scene.escalate();
    scene.hear(duty("novak", Duration.ofHours(48)));
    assertThat(scene.page())
        .contains("Call the hotline", "1-800-25-ABUSE", "325 ILCS 5/7", "Called at", "Call id");

    String now =
        java.time.LocalDateTime.now(java.time.ZoneId.of("America/Chicago"))
            .toString()
            .substring(0, 16);
    assertThat(fill("save", now, "").statusCode()).isEqualTo(303);
    assertThat(scene.page()).contains("value=\"" + now + "\"");
    assertThat(fill("done", now, "").asString())
        .contains("needed, before you mark it as done.", "value=\"" + now + "\"");
    assertThat(fill("done", now, "A-77").statusCode()).isEqualTo(303);

    JsonNode last = scene.published("DutyDone").get(scene.published("DutyDone").size() - 1);
    assertThat(last.path("done").asBoolean()).isTrue();
    assertThat(last.path("fields").path("call-id").asText()).isEqualTo("A-77");
    assertThat(last.path("clockId").asText()).isEqualTo(clock.toString());
    assertThat(scene.page()).contains("Past deadlines", "done by");
    assertThat(fill("save", now, "A-77").statusCode()).as("it is done").isEqualTo(409);
    assertThat(scene.audit()).contains("duty-saved case " + scene.id, "duty-done case " + scene.id);
  }

  @Test
  void theDutyOfSomebodyElseIsFoldedAway() {
    scene.escalate();
    scene.hear(duty("okafor", Duration.ofHours(48)));
    assertThat(scene.page()).contains("Record what <bdi>Ngozi Okafor</bdi> did");
  }

  @Test
  void theClocksPageListsWhatIsOverdueFirst() {
    scene.escalate();
    assertThat(scene.novak.get("/clocks").asString()).contains("Nothing is due");
    scene.hear(
        clock(UUID.randomUUID(), "Call third", Duration.ofHours(30)),
        clock(UUID.randomUUID(), "Call second", Duration.ofMinutes(9)),
        clock(UUID.randomUUID(), "Call first", Duration.ofMinutes(-3)));

    String page = scene.novak.get("/clocks").asString();
    assertThat(page.indexOf("Call first")).isLessThan(page.indexOf("Call second"));
    assertThat(page.indexOf("Call second")).isLessThan(page.indexOf("Call third"));
    assertThat(page)
        .contains("Overdue by 3 min", "In 8 min", "In 1 d 05 h", "Maple Valley High School")
        .contains("data-count=\"overdue\"><b>1</b>");
    assertThat(scene.novak.get("/clocks/alarm").asString()).contains("data-overdue=\"1\"");
  }

  @Test
  void falseAlarmsAreCountedByClause() {
    scene.escalate();
    UUID other = UUID.randomUUID();
    scene.seed.escalated(scene.id, other);
    scene.hear(new Closed(scene.escalation, scene.id, "novak", "A song.", true, Instant.now()));
    assertThat(scene.novak.get("/clocks").asString())
        .contains("<td>Disclosure of abuse</td> <td>3.2</td>", "1 of 2");
  }

  private ConsoleResponse fill(String act, String calledAt, String callId) {
    return scene.post(
        "duties/" + clock,
        Map.of("act", act, "field-called-at", calledAt, "field-call-id", callId));
  }

  private ClockStarted duty(String person, Duration until) {
    return new ClockStarted(
        scene.escalation,
        scene.id,
        clock,
        ClockKind.DUTY,
        "Call the hotline",
        "Call 1-800-25-ABUSE yourself; nobody can do it for you.",
        "325 ILCS 5/7",
        Optional.of(person),
        CALL,
        Instant.now().plus(until),
        Instant.now());
  }

  private ClockStarted clock(UUID clockId, String title, Duration until) {
    return new ClockStarted(
        scene.escalation,
        scene.id,
        clockId,
        ClockKind.DUTY,
        title,
        "",
        "",
        Optional.empty(),
        List.of(),
        Instant.now().plus(until),
        Instant.now());
  }
}
