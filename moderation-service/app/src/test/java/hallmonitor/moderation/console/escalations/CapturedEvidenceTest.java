package hallmonitor.moderation.console.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.EscalationEvent.EvidenceSealed;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests evidence as people see it, who has looked at it, and a hide that waits for it. */
@ConsoleTest
class CapturedEvidenceTest {
  @Inject ConsoleDatabase database;
  @Inject Jdbi jdbi;

  private EscalationScene scene;

  @BeforeEach
  void start() {
    scene = new EscalationScene(database, jdbi);
  }

  @Test
  void onlyTheFirstLookOfEachPersonIsTold() throws Exception {
    scene.page();
    assertThat(scene.published("CaseViewed")).as("no evidence is kept yet").isEmpty();
    scene.escalate();
    scene.page();
    scene.page();
    scene.seed.person("brandt", "administrator", false);
    ConsoleBrowser.signedIn("brandt").get("/cases/" + scene.id + "/detail");
    assertThat(scene.published("CaseViewed"))
        .extracting(e -> e.path("user").asText())
        .containsExactly("novak", "brandt");
    assertThat(scene.audit())
        .filteredOn(line -> line.equals("evidence-read " + scene.id))
        .as("once for each person, however often the page is read")
        .hasSize(2);
  }

  @Test
  void evidenceShowsItsSealAndThatTheHideCameFirst() {
    scene.escalate();
    assertThat(scene.page()).contains("Not sealed yet", "Captured when it was escalated");
    scene.hear(new EvidenceSealed(scene.escalation, scene.id, 41, "ab".repeat(32), Instant.now()));
    assertThat(scene.page()).contains("Sealed as record 41", "ab".repeat(32));

    scene.seed.event(scene.id, "policy", "hidden-before-seal", "It did not answer within 30 s.");
    assertThat(scene.page())
        .contains("Hidden before its evidence was sealed.", "Sealing took too long");
  }

  @Test
  void anyCaseCanBeCapturedByHandWithAReason() throws Exception {
    assertThat(scene.post("capture", Map.of("reason", " ")).statusCode()).isEqualTo(409);
    String form = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      assertThat(
              scene.post("capture", Map.of("reason", "Counsel asked.", "form", form)).statusCode())
          .isEqualTo(303);
    }

    assertThat(scene.published("CaptureAsked"))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.path("eventId").asText()).isEqualTo(form);
              assertThat(e.path("by").asText()).isEqualTo("novak");
              assertThat(e.path("capture").path("seen").path("text").asText())
                  .isEqualTo("He beats me");
              assertThat(e.path("capture").path("cause").asText()).isEqualTo("novak");
            });
    assertThat(scene.page())
        .contains("Not sealed yet", "Captured by <bdi>Petra Novak</bdi>", "Counsel asked.");
    assertThat(scene.audit()).contains("capture-evidence case " + scene.id);
  }

  @Test
  void aHeldHideSaysThatItWaitsAndOffersToKeepOrHideAtOnce() {
    UUID held = scene.seed.aCase("2").judged("escalate", "3.1").action("hide-held", "").there();
    assertThat(scene.novak.get("/cases/" + held).asString())
        .contains("Waiting for evidence", "Keep visible", "Hide now", "Confirm")
        .doesNotContain(">No violation");
  }
}
