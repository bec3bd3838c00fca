package hallmonitor.notifier;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent;
import hallmonitor.contract.event.CaseEvent.Answer;
import hallmonitor.contract.event.EscalationEvent.Acknowledged;
import hallmonitor.contract.event.EscalationEvent.ClockKind;
import hallmonitor.contract.event.EscalationEvent.ClockStarted;
import hallmonitor.contract.event.EscalationEvent.ClockStopped;
import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.contract.event.EscalationEvent.HandedOver;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EscalationEvent.PassedOn;
import hallmonitor.contract.event.EscalationEvent.Reminded;
import hallmonitor.settings.escalation.EscalationFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests the clock on the real broker, the real database and a real mail server. */
class ClockTest extends ClockedNotifierTests {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void whileNobodyAnswersItRemindsAndGoesToTheNextAndARestartGoesOnWithIt() {
    rules = EscalationFile.read("immediate: { rounds: 1 }");
    running();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    room.sent(escalation, 1);

    clock.forward(MINUTE.multipliedBy(16));
    room.sent(escalation, 2);
    notifier.close();
    clock.forward(MINUTE.multipliedBy(16));
    running();
    room.sent(escalation, 3);

    assertThat(room.published(Reminded.class, escalation))
        .extracting(Reminded::person)
        .containsExactly("osei");
    assertThat(room.published(PassedOn.class, escalation))
        .extracting(PassedOn::from, PassedOn::to)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("osei", "stone"));
  }

  @Test
  void anAnswerInTheConsoleStopsTheRemindersAndStartsTheDuties() {
    running();
    CaseEscalated escalation = anEscalation().of("bullying").event();
    room.escalate(escalation);
    room.sent(escalation, 1);

    UUID eventId = UUID.randomUUID();
    String nextStep = "Talking to them at noon.";
    room.say(answered(eventId, escalation, Answer.ACKNOWLEDGE, Optional.empty(), nextStep));
    room.say(answered(eventId, escalation, Answer.ACKNOWLEDGE, Optional.empty(), nextStep));
    await().until(() -> duties(escalation).size() == 2);
    Instant until = clock.instant().plus(Duration.ofMinutes(60));
    clock.forward(Duration.ofMinutes(55));
    CaseEscalated later = anEscalation().event();
    room.escalate(later);
    room.sent(later, 1);

    assertThat(room.published(Acknowledged.class, escalation)).hasSize(1);
    assertThat(room.published(NoticeSent.class, escalation)).hasSize(1);
    assertThat(room.published(Reminded.class, escalation)).isEmpty();
    assertThat(duties(escalation))
        .extracting(ClockStarted::source)
        .containsOnly("105 ILCS 5/27-23.7");
    assertThat(room.published(ClockStarted.class, escalation))
        .filteredOn(started -> started.kind() == ClockKind.ACKNOWLEDGE)
        .extracting(ClockStarted::dueAt)
        .hasSize(2)
        .last()
        .isEqualTo(until);
  }

  @Test
  void aHandOverTellsTheNewPersonAndAResolutionClosesIt() throws Exception {
    running();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    room.sent(escalation, 1);

    room.say(
        answered(UUID.randomUUID(), escalation, Answer.HAND_OVER, Optional.of("stone"), "Away."));
    room.sent(escalation, 2);
    room.say(
        answered(
            UUID.randomUUID(), escalation, Answer.RESOLVE, Optional.empty(), "Talked to them."));
    await().until(() -> !room.published(Closed.class, escalation).isEmpty());

    assertThat(room.published(HandedOver.class, escalation))
        .extracting(HandedOver::to, HandedOver::note)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("stone", "Away."));
    assertThat(room.published(Closed.class, escalation).get(0).outcome())
        .isEqualTo("Talked to them.");
    assertThat(room.mails()[1].getSubject()).startsWith("Handed over to you");
  }

  @Test
  void anyoneWhoKnowsOfSuspectedAbuseHasAClockOfTheirOwnUntilItIsDone() {
    running();
    CaseEscalated escalation = anEscalation().of("abuse-disclosure").event();
    room.escalate(escalation);
    room.sent(escalation, 1);

    room.say(
        new CaseEvent.CaseViewed(
            UUID.randomUUID(), escalation.caseId(), "osei", "Kofi Osei", clock.instant()));
    await().until(() -> duties(escalation).size() == 1);
    room.say(
        new CaseEvent.CaseAnswered(
            UUID.randomUUID(),
            escalation.caseId(),
            "molina",
            "Inés Molina",
            Answer.ACKNOWLEDGE,
            Optional.empty(),
            "",
            clock.instant()));
    await().until(() -> duties(escalation).size() == 2);

    ClockStarted oseis = duties(escalation).get(0);
    assertThat(oseis.person()).contains("osei");
    assertThat(oseis.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(48)));
    assertThat(oseis.fields()).containsExactly("called-at", "call-id", "sent-at");
    assertThat(duties(escalation).get(1).title()).startsWith("Llame ahora");

    done(escalation, oseis, Map.of("called-at", "21:04"), false);
    done(escalation, oseis, Map.of("sent-at", "21:40"), true);
    await()
        .untilAsserted(
            () ->
                assertThat(room.published(ClockStopped.class, escalation))
                    .extracting(ClockStopped::clockId)
                    .contains(oseis.clockId()));
  }

  @Test
  void anAnswerToACaseThatWasNeverEscalatedIsNotedAndHoldsNothingUp() {
    running();
    CaseEscalated never = anEscalation().event();
    room.say(answered(UUID.randomUUID(), never, Answer.ACKNOWLEDGE, Optional.empty(), ""));
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    room.sent(escalation, 1);
    room.say(
        answered(UUID.randomUUID(), escalation, Answer.ACKNOWLEDGE, Optional.empty(), "Calling."));
    await().until(() -> !room.published(Acknowledged.class, escalation).isEmpty());

    await().until(() -> room.evidence(never.caseId()).equals(List.of("answered")));
    assertThat(room.evidence(escalation.caseId()))
        .startsWith("capture")
        .contains("notice-sent", "answered", "acknowledged", "clock-started");
  }

  @Test
  void aCaptureThatAPersonAskedForIsPutBeforeTheSealAndNobodyIsTold() {
    running();
    CaseEscalated unescalated = anEscalation().event();
    CaseEvent asked =
        new CaseEvent.CaptureAsked(
            UUID.randomUUID(),
            unescalated.caseId(),
            "bullying",
            "cedar-high",
            unescalated.capture().orElseThrow(),
            "novak",
            "Asked by a parent.",
            clock.instant());
    room.say(asked);
    room.say(asked);

    await().until(() -> !room.evidence(unescalated.caseId()).isEmpty());
    CaseEscalated next = anEscalation().event();
    room.escalate(next);
    room.sent(next, 1);
    assertThat(room.evidence(unescalated.caseId())).containsExactly("capture");
    assertThat(room.count("notice")).isEqualTo(1);
  }

  private List<ClockStarted> duties(CaseEscalated escalation) {
    return room.published(ClockStarted.class, escalation).stream()
        .filter(c -> c.kind() == ClockKind.DUTY)
        .toList();
  }

  private void done(CaseEscalated of, ClockStarted duty, Map<String, String> fields, boolean done) {
    room.say(
        new CaseEvent.DutyDone(
            UUID.randomUUID(), of.caseId(), duty.clockId(), "osei", fields, done, clock.instant()));
  }
}
