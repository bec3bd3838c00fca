package hallmonitor.notifier;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static hallmonitor.notifier.MailText.body;
import static hallmonitor.notifier.MailText.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent.Answer;
import hallmonitor.contract.event.EscalationEvent.Acknowledged;
import hallmonitor.contract.event.EscalationEvent.AcknowledgmentExpired;
import hallmonitor.contract.event.EscalationEvent.Closed;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EscalationEvent.Reminded;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests who may close an escalation, and how long an acknowledgment without an outcome holds. */
class AcknowledgmentTest extends ClockedNotifierTests {
  @BeforeEach
  void start() {
    running();
  }

  @Test
  void whoWasNotAskedClosesNothingBeforeTheyAcknowledgeItByName() {
    CaseEscalated escalation = escalated(anEscalation());
    answer(escalation, "novak", false, Answer.FALSE_ALARM, "");
    answer(escalation, "novak", false, Answer.RESOLVE, "Hidden.");
    await().until(() -> room.count("case_event_taken") == 2);
    assertThat(room.states()).containsExactly("waiting");

    answer(escalation, "novak", false, Answer.ACKNOWLEDGE, "");
    await().until(() -> !room.published(Acknowledged.class, escalation).isEmpty());
    answer(escalation, "novak", false, Answer.RESOLVE, "Called the police.");
    await().until(() -> !room.published(Closed.class, escalation).isEmpty());

    assertThat(room.published(Closed.class, escalation))
        .extracting(Closed::person, Closed::outcome)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("novak", "Called the police."));
  }

  @Test
  void anAcknowledgmentOfDangerRunsOutOnceAndItIsAskedForAgain() {
    CaseEscalated escalation = escalated(anEscalation());
    answer(escalation, "osei", true, Answer.ACKNOWLEDGE, "");
    await().until(() -> !room.published(Acknowledged.class, escalation).isEmpty());
    Instant until = clock.instant().plus(Duration.ofMinutes(60));
    assertThat(room.published(Acknowledged.class, escalation).get(0).until()).contains(until);
    clock.forward(Duration.ofMinutes(59));
    CaseEscalated meanwhile = escalated(anEscalation());
    assertThat(room.published(AcknowledgmentExpired.class, escalation)).isEmpty();
    answer(meanwhile, "osei", true, Answer.RESOLVE, "Done.");

    notifier.close();
    clock.forward(Duration.ofMinutes(2));
    running();
    await().until(() -> room.published(NoticeSent.class, escalation).size() == 2);

    assertThat(room.published(AcknowledgmentExpired.class, escalation))
        .extracting(AcknowledgmentExpired::person, AcknowledgmentExpired::to)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("osei", "osei"));
    MimeMessage again = room.mails()[room.mails().length - 1];
    assertThat(subject(again)).startsWith("No outcome yet: ACT NOW");
    assertThat(body(again)).contains("Kofi Osei acknowledged this 61 minutes ago");
    clock.forward(Duration.ofMinutes(31));
    await().until(() -> !room.published(Reminded.class, escalation).isEmpty());
  }

  @Test
  void whatJoinedJustBeforeTheAcknowledgmentIsStillMailed() throws Exception {
    CaseEscalated first = escalated(anEscalation().under("post"));
    CaseEscalated second = anEscalation().under("post").saying("the second one").event();
    room.escalate(second);
    await().until(() -> room.count("escalation") == 2);
    assertThat(room.published(NoticeSent.class, second)).isEmpty();

    answer(first, "osei", true, Answer.ACKNOWLEDGE, "");
    room.sent(second, 1);

    assertThat(room.states()).containsExactly("acknowledged");
    assertThat(room.mails()).hasSize(2);
    assertThat(subject(room.mails()[1])).startsWith("More comments: ACT NOW");
  }

  @Test
  void withANextStepItIsAskedForAgainAsMuchLater() {
    CaseEscalated escalation = escalated(anEscalation());
    answer(escalation, "osei", true, Answer.ACKNOWLEDGE, "");
    await().until(() -> room.published(Acknowledged.class, escalation).size() == 1);
    clock.forward(Duration.ofMinutes(50));
    answer(escalation, "osei", true, Answer.ACKNOWLEDGE, "The officer is on the way.");
    await().until(() -> room.published(Acknowledged.class, escalation).size() == 2);
    Instant until = clock.instant().plus(Duration.ofMinutes(60));
    clock.forward(Duration.ofMinutes(55));
    CaseEscalated later = escalated(anEscalation());

    assertThat(room.published(NoticeSent.class, later)).hasSize(1);
    assertThat(room.published(Acknowledged.class, escalation).get(1))
        .satisfies(
            given -> {
              assertThat(given.until()).contains(until);
              assertThat(given.nextStep()).contains("The officer is on the way.");
            });
    assertThat(room.published(AcknowledgmentExpired.class, escalation)).isEmpty();
    clock.forward(Duration.ofMinutes(6));
    await().until(() -> !room.published(AcknowledgmentExpired.class, escalation).isEmpty());
  }

  @Test
  void aWordOfSomebodyWhoWasNotAskedDoesNotSilenceADangerForGood() {
    CaseEscalated escalation = escalated(anEscalation());
    answer(escalation, "novak", false, Answer.ACKNOWLEDGE, "ok");
    await().until(() -> !room.published(Acknowledged.class, escalation).isEmpty());
    clock.forward(Duration.ofMinutes(61));
    await().until(() -> room.published(NoticeSent.class, escalation).size() == 2);

    assertThat(subject(room.mails()[1])).startsWith("No outcome yet: ACT NOW");
  }
}
