package hallmonitor.notifier;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent;
import hallmonitor.contract.event.CaseEvent.Answer;
import hallmonitor.contract.event.EscalationEvent.Acknowledged;
import hallmonitor.contract.event.EscalationEvent.ClockKind;
import hallmonitor.contract.event.EscalationEvent.ClockStarted;
import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EscalationEvent.Reminded;
import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.queue.EscalationRecord;
import hallmonitor.notifier.queue.NoticeQueue;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which escalations are combined, and which are not. */
class TogetherTest {
  private final TestClock clock = new TestClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  private GreenMail mailServer;
  private Mailroom room;
  private Notifier notifier;

  @BeforeEach
  void open() {
    mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());
    mailServer.start();
    room = new Mailroom();
    notifier = room.notifier(cedarFalls(), mailServer.getSmtp().getPort(), clock).start();
  }

  @AfterEach
  void close() {
    notifier.close();
    room.close();
    mailServer.stop();
  }

  @Test
  void aThreatUnderAPostWhoseEarlierThreatSomebodyHasRingsForItself() {
    CaseEscalated first = escalated(anEscalation().under("post"));
    answer(first, Answer.ACKNOWLEDGE, "");
    await().until(() -> !room.published(Acknowledged.class, first).isEmpty());

    CaseEscalated second = escalated(anEscalation().under("post"));
    clock.forward(Duration.ofMinutes(16));

    await().until(() -> !room.published(Reminded.class, second).isEmpty());
    assertThat(room.count("conversation")).isEqualTo(2);
    assertThat(room.published(Acknowledged.class, second)).isEmpty();
    assertThat(room.published(Reminded.class, first)).isEmpty();
  }

  @Test
  void aCaseThatSomebodyHasRingsAgainWhenItIsEscalatedAnew() {
    CaseEscalated first = escalated(anEscalation());
    answer(first, Answer.ACKNOWLEDGE, "");
    await().until(() -> !room.published(Acknowledged.class, first).isEmpty());

    CaseEscalated anew = escalated(anEscalation().ofCase(first.caseId()));
    clock.forward(Duration.ofMinutes(16));

    await().until(() -> !room.published(Reminded.class, anew).isEmpty());
    assertThat(room.count("conversation")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RESOLVE", "FALSE_ALARM"})
  void whoeverIsDoneWithOneCaseIsNotDoneWithTheOthers(Answer answer) throws Exception {
    CaseEscalated first = escalated(anEscalation().under("post"));
    CaseEscalated second = joined(anEscalation().under("post").saying("the second one"));

    answer(first, answer, "Only a joke.");
    await().until(() -> !room.published(Closed.class, first).isEmpty());
    assertThat(room.published(Closed.class, second)).isEmpty();
    clock.forward(Duration.ofMinutes(16));
    await().until(() -> !room.published(Reminded.class, second).isEmpty());
    assertThat(room.published(Reminded.class, first)).isEmpty();
    await().until(() -> mailServer.getReceivedMessages().length == 2);
    MimeMessage reminder = mailServer.getReceivedMessages()[1];
    assertThat(reminder.getHeader("References", null)).contains(second.caseId().toString());

    answer(second, answer, "This one too.");
    await().until(() -> !room.published(Closed.class, second).isEmpty());
    assertThat(room.published(Closed.class, first)).hasSize(1);
    assertThat(states()).containsExactly("closed");
  }

  @Test
  void aDecisionOnOneOfSeveralCommentsLeavesTheOthersWaiting() {
    CaseEscalated first = escalated(anEscalation().under("post"));
    CaseEscalated second = joined(anEscalation().under("post"));

    changed(first, "hide-ordered", "novak");
    changed(first, "confirmed", "novak");
    await().until(() -> !room.published(Closed.class, first).isEmpty());
    clock.forward(Duration.ofMinutes(16));

    await().until(() -> !room.published(Reminded.class, second).isEmpty());
    assertThat(room.published(Acknowledged.class, second)).isEmpty();
    assertThat(room.published(Closed.class, first)).hasSize(1);
  }

  @Test
  void aCaseThatWasClosedByItselfIsOpenedAnewWhenItIsEscalatedAgain() {
    CaseEscalated first = escalated(anEscalation().under("post"));
    joined(anEscalation().under("post"));
    answer(first, Answer.RESOLVE, "Done.");
    await().until(() -> !room.published(Closed.class, first).isEmpty());

    CaseEscalated again =
        escalated(anEscalation().ofCase(first.caseId()).under("elsewhere").of("bullying"));

    assertThat(room.count("conversation")).isEqualTo(2);
    assertThat(room.published(Closed.class, again)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hide-ordered", "restore-ordered", "hide-cancelled", "confirmed"})
  void aPersonsDecisionIsSomebodyActingAndTheSameByAMachineIsNot(String kind) {
    CaseEscalated escalation = escalated(anEscalation());
    changed(escalation, kind, "policy");
    changed(escalation, kind, "ingest");
    changed(escalation, kind, "novak");

    await().until(() -> !room.published(Acknowledged.class, escalation).isEmpty());
    assertThat(room.published(Acknowledged.class, escalation))
        .extracting(Acknowledged::person)
        .containsExactly("novak");
  }

  @Test
  void aCaseThatTurnsOutToBeOfAnotherCategoryRingsItsPeopleAndHasTheDutiesOfBoth() {
    CaseEscalated first = escalated(anEscalation().of("bullying"));
    CaseEscalated second =
        escalated(anEscalation().ofCase(first.caseId()).of("abuse-disclosure").to("counselor"));
    assertThat(room.published(NoticeSent.class, second))
        .extracting(NoticeSent::person)
        .contains("molina");

    answer(first, Answer.ACKNOWLEDGE, "");
    await().until(() -> !room.published(Acknowledged.class, second).isEmpty());
    assertThat(room.published(ClockStarted.class, first))
        .filteredOn(c -> c.kind() == ClockKind.DUTY)
        .extracting(ClockStarted::source)
        .contains("325 ILCS 5/7", "105 ILCS 5/27-23.7");

    answer(first, Answer.RESOLVE, "Reported.");
    await().until(() -> !room.published(Closed.class, second).isEmpty());
    await().until(() -> !room.published(Closed.class, first).isEmpty());
  }

  @Test
  void anEscalationFromBeforeThereWasAClockIsToldOnceAndCanBeAnswered() {
    notifier.close();
    CaseEscalated old = anEscalation().event();
    room.database.useTransaction(
        h -> {
          NoticeQueue.keep(
              h, EscalationRecord.of(old), false, EventJson.write(old), Optional.empty());
          h.createUpdate(
                  "insert into notice (notice_id, escalation_id, person, role, urgency, due_at,"
                      + " next_attempt_at) values (:notice, :id, 'osei', 'principal',"
                      + " 'immediate', now(), now())")
              .bind("notice", UUID.randomUUID())
              .bind("id", old.escalationId())
              .execute();
        });

    notifier = room.notifier(cedarFalls(), mailServer.getSmtp().getPort(), clock).start();
    await().until(() -> !room.published(NoticeSent.class, old).isEmpty());
    answer(old, Answer.ACKNOWLEDGE, "");

    await().until(() -> !room.published(Acknowledged.class, old).isEmpty());
    assertThat(room.published(NoticeSent.class, old)).hasSize(1);
  }

  /** Waits until somebody was told of it. */
  private CaseEscalated escalated(EscalationBuilder escalation) {
    CaseEscalated event = joined(escalation);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !room.published(NoticeSent.class, event).isEmpty());
    return event;
  }

  private CaseEscalated joined(EscalationBuilder escalation) {
    long before = room.count("escalation");
    CaseEscalated event = escalation.event();
    room.escalate(event);
    await().atMost(Duration.ofSeconds(30)).until(() -> room.count("escalation") > before);
    return event;
  }

  private void answer(CaseEscalated of, Answer answer, String note) {
    room.say(
        new CaseEvent.CaseAnswered(
            UUID.randomUUID(),
            of.caseId(),
            "osei",
            "Kofi Osei",
            answer,
            Optional.empty(),
            note,
            clock.instant()));
  }

  private void changed(CaseEscalated of, String kind, String actor) {
    room.say(
        new CaseEvent.CaseChanged(
            UUID.randomUUID(), of.caseId(), kind, actor, "", Optional.empty(), clock.instant()));
  }

  private List<String> states() {
    return room.database.withHandle(
        h -> h.createQuery("select state from conversation").mapTo(String.class).list());
  }
}
