package hallmonitor.notifier.queue;

import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.NoticeFailed;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.Topic;
import hallmonitor.contract.wire.Outbox;
import hallmonitor.notifier.mail.Attempt;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Notes how an attempt ended: the notices' new state and the events about it, in one transaction.
 */
final class Outcomes {
  private static final Logger LOG = Logger.getLogger(Outcomes.class);

  /** How an attempt left its notices. */
  enum Left {
    SENT,
    DELAYED,
    FAILED
  }

  private Outcomes() {}

  static Left note(Handle transaction, List<QueuedNotice> mail, Attempt attempt, Instant now) {
    if (attempt instanceof Attempt.Delayed delayed) {
      return delayed(transaction, mail, delayed, now);
    }
    if (attempt instanceof Attempt.Refused refused) {
      return failed(transaction, mail, refused.message(), now);
    }
    NoticeQueue.done(transaction, mail, "sent", now);
    for (QueuedNotice n : mail) {
      publish(
          transaction,
          new NoticeSent(
              n.escalation().id(), n.escalation().caseId(), n.id(), n.person(), n.role(), now));
      LOG.infof(
          "notice sent: notice=%s escalation=%s person=%s attempts=%d",
          n.id(), n.escalation().id(), n.person(), n.attempts() + 1);
    }
    return Left.SENT;
  }

  private static Left delayed(
      Handle transaction, List<QueuedNotice> mail, Attempt.Delayed delayed, Instant now) {
    QueuedNotice first = mail.get(0);
    if (Waits.givenUp(first.dueAt(), now)) {
      String message =
          "Given up after 24 hours; tell the person in another way. " + delayed.message();
      return failed(transaction, mail, message, now);
    }
    NoticeQueue.delay(
        transaction, mail, delayed.trouble(), now.plus(Waits.after(delayed, first.attempts() + 1)));
    for (QueuedNotice n : mail) {
      boolean known = n.trouble().filter(delayed.trouble()::equals).isPresent();
      if (!known) {
        publish(transaction, failure(n, true, delayed.message(), now));
        LOG.warnf(
            "notice delayed: notice=%s escalation=%s person=%s trouble=%s",
            n.id(), n.escalation().id(), n.person(), delayed.trouble());
      }
    }
    return Left.DELAYED;
  }

  private static Left failed(
      Handle transaction, List<QueuedNotice> mail, String message, Instant now) {
    NoticeQueue.done(transaction, mail, "failed", now);
    for (QueuedNotice n : mail) {
      publish(transaction, failure(n, false, message, now));
      LOG.errorf(
          "notice failed: notice=%s escalation=%s person=%s",
          n.id(), n.escalation().id(), n.person());
    }
    return Left.FAILED;
  }

  private static NoticeFailed failure(
      QueuedNotice n, boolean willRetry, String message, Instant now) {
    return new NoticeFailed(
        n.escalation().id(),
        n.escalation().caseId(),
        n.id(),
        n.person(),
        n.role(),
        willRetry,
        message,
        now);
  }

  private static void publish(Handle transaction, EscalationEvent event) {
    Outbox.add(transaction, Topic.ESCALATION_EVENTS.topicName(), event.key(), event);
  }
}
