package hallmonitor.notifier;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEvent.Answer;
import hallmonitor.contract.event.EscalationEvent.Acknowledged;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EscalationEvent.PassedOn;
import hallmonitor.contract.event.EscalationEvent.Undelivered;
import hallmonitor.notifier.mail.ScriptedSmtp;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests that a mail server that refuses, delays or is down costs no one a notice. */
class MailOutageTest extends ClockedNotifierTests {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void aRefusedPersonIsPassedOverAtOnceAndWhereAllAreRefusedThatIsAnAlarm() throws IOException {
    try (ScriptedSmtp picky = ScriptedSmtp.answering("RCPT TO", "552 5.2.2 mailbox full")) {
      notifier = room.notifier(cedarFalls(), picky.port(), clock).start();
      CaseEscalated escalation = anEscalation().event();
      room.escalate(escalation);

      await().until(() -> !room.published(Undelivered.class, escalation).isEmpty());

      assertThat(room.published(PassedOn.class, escalation))
          .extracting(PassedOn::to)
          .containsExactly("stone");
      assertThat(room.published(Undelivered.class, escalation).get(0).message())
          .contains("refuses every notice");
    }
  }

  @Test
  void aMailServerThatIsDownForAnHourIsOneAlarmAndEachPersonGetsOneMailWhenItIsBack() {
    room.closeMail();
    notifier = room.notifier(cedarFalls(), clock).start();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    await().until(() -> room.count("notice") == 1);
    for (int i = 0; i < 8; i++) {
      clock.forward(MINUTE.multipliedBy(8));
      await().until(() -> room.reading().equals(clock.instant()));
    }
    await().until(() -> !room.published(Undelivered.class, escalation).isEmpty());

    room.openMail();
    clock.forward(MINUTE);
    await().until(() -> !room.published(NoticeSent.class, escalation).isEmpty());
    clock.forward(MINUTE);
    await().until(() -> room.count("notice where state = 'queued'") == 0);

    assertThat(room.published(Undelivered.class, escalation)).hasSize(1);
    assertThat(recipients()).doesNotHaveDuplicates().contains("Kofi Osei <osei@cedar.example>");
  }

  @Test
  void greylistingOnlyDelaysAndTheOtherPeopleAreToldMeanwhile() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (ScriptedSmtp grey =
        new ScriptedSmtp(
            line ->
                line.startsWith("RCPT TO:<osei") && asked.getAndIncrement() == 0
                    ? Optional.of("451 4.7.1 greylisted, come back later")
                    : Optional.empty())) {
      notifier = room.notifier(cedarFalls(), grey.port(), clock).start();
      CaseEscalated escalation = anEscalation().to("principal", "counselor").event();
      room.escalate(escalation);
      room.sent(escalation, 1);
      await().until(() -> asked.get() == 1);

      clock.forward(MINUTE);
      room.sent(escalation, 2);

      assertThat(room.published(NoticeSent.class, escalation))
          .extracting(NoticeSent::person)
          .containsExactly("molina", "osei");
      assertThat(room.published(Undelivered.class, escalation)).isEmpty();
    }
  }

  @Test
  void whatWasAnsweredWhileTheMailServerWasDownIsNotSentAfterwards() {
    room.closeMail();
    notifier = room.notifier(cedarFalls(), clock).start();
    CaseEscalated escalation = anEscalation().event();
    room.escalate(escalation);
    await().until(() -> room.count("notice") == 1);
    room.say(answered(UUID.randomUUID(), escalation, Answer.ACKNOWLEDGE, Optional.empty(), ""));
    await().until(() -> !room.published(Acknowledged.class, escalation).isEmpty());

    room.openMail();
    clock.forward(MINUTE);
    CaseEscalated other = anEscalation().event();
    room.escalate(other);
    room.sent(other, 1);

    assertThat(room.mails()).hasSize(1);
  }

  private List<String> recipients() {
    return Arrays.stream(room.mails())
        .map(
            mail -> {
              try {
                return mail.getAllRecipients()[0].toString();
              } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }
}
