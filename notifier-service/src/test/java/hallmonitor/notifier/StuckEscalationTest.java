package hallmonitor.notifier;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EscalationEvent.Reminded;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that one escalation with an unusable row does not silence the others. */
class StuckEscalationTest extends ClockedNotifierTests {
  @BeforeEach
  void start() {
    running();
  }

  @Test
  void anEscalationThatCannotBeMovedOnIsNamedAndTheOthersGoOn() {
    CaseEscalated stuck = anEscalation().event();
    CaseEscalated sound = anEscalation().of("self-harm").event();
    room.escalate(stuck);
    room.escalate(sound);
    await().until(() -> !room.published(NoticeSent.class, stuck).isEmpty());
    await().until(() -> !room.published(NoticeSent.class, sound).isEmpty());
    room.database.useHandle(
        h ->
            h.execute(
                "update conversation set course = ?, due_at = due_at - interval '1 minute' where"
                    + " case_id = ?",
                "{}".getBytes(UTF_8),
                stuck.caseId()));

    clock.forward(Duration.ofMinutes(16));

    await().until(() -> !room.published(Reminded.class, sound).isEmpty());
    assertThat(room.published(Reminded.class, stuck)).isEmpty();
    await()
        .untilAsserted(
            () ->
                assertThat(notifier.faults())
                    .anySatisfy(
                        fault -> assertThat(fault).contains(stuck.escalationId().toString())));
  }
}
