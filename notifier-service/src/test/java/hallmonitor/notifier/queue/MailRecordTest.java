package hallmonitor.notifier.queue;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.mail.MailAttempt;
import hallmonitor.notifier.notice.CommentDecision;
import hallmonitor.notifier.notice.NoticeReason;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MailRecordTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Escalation escalation = EscalationRecord.of(anEscalation().event());

  @Test
  void aMailIsTimedFromItsEscalation() {
    accepted(escalation.raisedAt().plusSeconds(7));

    assertThat(timer().totalTime(TimeUnit.SECONDS)).isEqualTo(7);
  }

  @Test
  void anEscalationFromAClockThatIsAheadCountsAsNoTime() {
    accepted(escalation.raisedAt().minus(Duration.ofSeconds(7)));

    assertThat(timer().count()).isEqualTo(1);
    assertThat(timer().totalTime(TimeUnit.SECONDS)).isZero();
  }

  @Test
  void newsOfADecisionAreNotTimed() {
    QueuedNotice.DecisionNotice news =
        new QueuedNotice.DecisionNotice(
            escalation.caseId(),
            new CommentDecision("novak", "dismissed", escalation.raisedAt()),
            Optional.empty());
    accepted(escalation.raisedAt().plusSeconds(3600), Optional.of(news));

    assertThat(meters.find("hallmonitor.escalated.to.accepted").timer()).isNull();
  }

  private void accepted(Instant now) {
    accepted(now, Optional.empty());
  }

  private void accepted(Instant now, Optional<QueuedNotice.DecisionNotice> news) {
    QueuedNotice notice =
        new QueuedNotice(
            UUID.randomUUID(),
            Optional.empty(),
            "osei",
            "principal",
            now,
            0,
            Optional.empty(),
            Optional.empty(),
            escalation,
            escalation.urgency(),
            NoticeReason.FIRST,
            0,
            Optional.empty(),
            false,
            news,
            Optional.empty());
    new MailRecord(meters)
        .note(List.of(notice), new MailAttempt.Accepted(), NoticeOutcomes.Left.SENT, now);
  }

  private Timer timer() {
    return meters.get("hallmonitor.escalated.to.accepted").timer();
  }
}
