package hallmonitor.notifier;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EscalationEvent.Reminded;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Tests what a clock that jumps, or that two instances read, does to escalations. */
class ClockReadingTest extends ClockedNotifierTests {
  @Test
  void aClockThatIsSetBackNeitherLosesNorDoublesAnything() {
    running();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    room.sent(escalation, 1);
    clock.forward(Duration.ofMinutes(14));
    await().until(() -> room.reading().equals(clock.instant()));

    clock.back(Duration.ofHours(3));
    await().until(() -> room.reading().equals(clock.instant()));
    assertThat(room.published(Reminded.class, escalation)).isEmpty();
    clock.forward(Duration.ofMinutes(2));

    room.sent(escalation, 2);
    assertThat(room.published(Reminded.class, escalation)).hasSize(1);
  }

  @Test
  void aReadingThatWaitedForAnotherInstanceIsNoClockThatWasSetBack() {
    running();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    room.sent(escalation, 1);
    Instant due = due();

    room.database.useTransaction(
        other -> {
          other.createQuery("select at from clock_reading for update").mapTo(Instant.class).one();
          await().until(this::aSessionWaitsForALock);
          clock.forward(Duration.ofMinutes(14));
          other
              .createUpdate("update clock_reading set at = :now")
              .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
              .execute();
        });
    clock.forward(Duration.ofSeconds(1));
    await().until(() -> room.reading().equals(clock.instant()));

    assertThat(due()).isEqualTo(due);
  }

  @Test
  void aClockThatLeapsForwardTakesOneStepAndNoStorm() {
    running();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    room.sent(escalation, 1);

    clock.forward(Duration.ofDays(2));
    room.sent(escalation, 2);
    clock.forward(Duration.ofMinutes(10));
    await().until(() -> room.reading().equals(clock.instant()));

    assertThat(room.count("notice")).isEqualTo(2);
  }

  private Instant due() {
    return room.database.withHandle(
        h ->
            h.createQuery("select due_at from conversation")
                .map((row, context) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .one());
  }

  private boolean aSessionWaitsForALock() {
    return room.database.withHandle(
        h ->
            h.createQuery(
                    "select exists (select from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock')")
                .mapTo(Boolean.class)
                .one());
  }
}
