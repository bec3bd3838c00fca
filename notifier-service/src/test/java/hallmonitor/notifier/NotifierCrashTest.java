package hallmonitor.notifier;

import static hallmonitor.notifier.Districts.cedarFalls;
import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.notifier.mail.ScriptedSmtp;
import hallmonitor.testparts.Parts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotifierCrashTest extends MailroomTests {
  @Test
  void aMailInHandWhenItsSenderIsKilledIsSentByTheNextOne() throws Exception {
    CountDownLatch inHand = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CaseEscalated escalation = anEscalation().event();
    try (ScriptedSmtp stuck = new ScriptedSmtp(line -> atTheEnd(line, inHand, never))) {
      Parts parts = Parts.shared();
      Process killed =
          NotifierProcess.start(
              parts.bootstrapServers(),
              parts.jdbcUrl(),
              parts.passwords().roles().get(DatabaseRole.NOTIFIER),
              stuck.port());
      try {
        room.escalate(escalation);
        inHand.await();
      } finally {
        killed.destroyForcibly().waitFor();
        never.countDown();
      }
    }

    try (Notifier next = room.notifier(cedarFalls()).start()) {
      await().until(() -> !room.published(NoticeSent.class, escalation).isEmpty());

      assertThat(room.mails()).hasSize(1);
      assertThat(room.mails()[0].getMessageID())
          .contains(room.published(NoticeSent.class, escalation).get(0).noticeId().toString());
      assertThat(next.faults()).isEmpty();
    }
  }

  @Test
  void twoNotifiersOnOneQueueSendEachMailOnce() {
    List<CaseEscalated> many =
        IntStream.range(0, 40).mapToObj(n -> anEscalation().event()).toList();
    try (Notifier one = room.notifier(cedarFalls()).start();
        Notifier two = room.notifier(cedarFalls()).start()) {
      many.forEach(room::escalate);

      await()
          .atMost(Duration.ofMinutes(1)) // forty of them, on a busy machine
          .until(() -> many.stream().noneMatch(e -> room.published(NoticeSent.class, e).isEmpty()));

      assertThat(room.mails()).hasSize(40);
      assertThat(room.count("notice_attempt")).isZero();
      assertThat(many)
          .flatExtracting(e -> room.published(NoticeSent.class, e))
          .allSatisfy(sent -> assertThat(sent.note()).isEmpty());
      assertThat(one.faults()).isEmpty();
      assertThat(two.faults()).isEmpty();
    }
  }

  private static Optional<String> atTheEnd(
      String line, CountDownLatch inHand, CountDownLatch never) {
    if (line.equals(".")) {
      inHand.countDown();
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return Optional.empty();
  }
}
