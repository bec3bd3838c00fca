package hallmonitor.notifier;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import org.junit.jupiter.api.Test;

/** The notifier knows an escalation, and the broker lost what it said about it. */
class LostAnswersTest extends MailroomTests {
  @Test
  void anEscalationThatComesAgainIsAnsweredWithWhatWasSaidAndToldNobodyTwice() {
    CaseEscalated escalation = anEscalation().event();
    try (Notifier notifier = room.notifier(cedarFalls()).start()) {
      room.escalate(escalation);
      room.sent(escalation, 1);
      await().until(() -> room.count("outbox") == 0);
      int mails = room.mails().length;

      room.escalateAgain(escalation);

      room.sent(escalation, 2);
      assertThat(room.published(NoticeSent.class, escalation))
          .extracting(NoticeSent::noticeId)
          .hasSize(2)
          .containsOnly(room.published(NoticeSent.class, escalation).get(0).noticeId());
      assertThat(room.mails()).hasSize(mails);
      assertThat(room.count("escalation")).isEqualTo(1);
      assertThat(notifier.faults()).isEmpty();
    }
  }

  @Test
  void oneThatIsOnlyReadTwiceIsNot() {
    CaseEscalated escalation = anEscalation().event();
    CaseEscalated next = anEscalation().event();
    try (Notifier notifier = room.notifier(cedarFalls()).start()) {
      room.escalate(escalation);
      room.sent(escalation, 1);
      await().until(() -> room.count("outbox") == 0);

      room.escalate(escalation);
      // Of the same partition, so what is before it was read.
      room.escalate(next);
      room.escalateAgain(escalation);

      room.sent(escalation, 2);
      assertThat(room.published(NoticeSent.class, escalation)).hasSize(2);
      assertThat(notifier.faults()).isEmpty();
    }
  }
}
