package hallmonitor.notifier.queue;

import hallmonitor.notifier.mail.MailAttempt;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Counts the results of attempts and knows whether the mail server is in trouble. Thread-safe. */
public final class MailRecord {
  private final MeterRegistry meters;
  private final AtomicReference<MailAttempt.Delayed> trouble = new AtomicReference<>();

  public MailRecord(MeterRegistry meters) {
    this.meters = meters;
    for (NoticeOutcomes.Left left : NoticeOutcomes.Left.values()) {
      count(left, 0);
    }
  }

  /** Returns why mails are not accepted, in words; empty since the last accepted mail. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble.get()).map(MailAttempt.Delayed::message);
  }

  /** The server took a mail that is no notice. */
  public void accepted() {
    trouble.set(null);
  }

  void note(NotedMails.Noted noted) {
    note(noted.mail().notices(), noted.mail().outcome(), noted.left(), noted.mail().at());
  }

  void note(List<QueuedNotice> mail, MailAttempt attempt, NoticeOutcomes.Left left, Instant now) {
    count(left, mail.size());
    if (attempt instanceof MailAttempt.Delayed delayed) {
      failure(delayed.trouble());
      if (delayed.serverWide()) {
        trouble.set(delayed);
      }
    } else if (attempt instanceof MailAttempt.Refused) {
      failure("refused");
    } else {
      trouble.set(null);
      mail.stream().filter(notice -> !notice.isNews()).forEach(notice -> time(notice, now));
    }
  }

  private void count(NoticeOutcomes.Left left, int notices) {
    String outcome = left.name().toLowerCase(Locale.ROOT);
    meters.counter("hallmonitor.notices", "outcome", outcome).increment(notices);
  }

  private void failure(String what) {
    meters.counter("hallmonitor.mail.failures", "trouble", what).increment();
  }

  private void time(QueuedNotice notice, Instant now) {
    String urgency = notice.escalation().urgency().name().toLowerCase(Locale.ROOT);
    Timer.builder("hallmonitor.escalated.to.accepted")
        .description("From the escalation to the mail server's acceptance")
        .tag("urgency", urgency)
        .publishPercentileHistogram()
        .maximumExpectedValue(Duration.ofMinutes(10))
        .register(meters)
        .record(sinceRaised(notice, now));
  }

  /** Never negative, even if the other service's clock is ahead of the database's. */
  private static Duration sinceRaised(QueuedNotice notice, Instant now) {
    Duration between = Duration.between(notice.escalation().raisedAt(), now);
    return between.isNegative() ? Duration.ZERO : between;
  }
}
