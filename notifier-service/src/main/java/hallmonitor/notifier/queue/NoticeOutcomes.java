package hallmonitor.notifier.queue;

import hallmonitor.contract.event.EscalationEvent.NoticeFailed;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.notifier.mail.MailAttempt;
import hallmonitor.notifier.publish.EscalationEventPublisher;
import hallmonitor.notifier.queue.ConversationMembers.Member;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Records the result of an attempt: the notices' new state and the events about it, in one
 * transaction.
 */
final class NoticeOutcomes {
  private static final System.Logger LOG = System.getLogger(NoticeOutcomes.class.getName());
  private static final String NEWS = "News of a decision on the comment.";
  private static final String NOT_HIDDEN = "The platform has not hidden the comment.";
  private static final String SENT_AGAIN =
      "Sent again after an attempt of which nobody knows how it ended: an earlier copy may have"
          + " arrived too.";
  private static final String FAILED_AT_LAST =
      " Nobody knows how an earlier attempt ended: a copy may have arrived all the same.";

  /** The notices' state after an attempt. */
  enum Left {
    SENT,
    DELAYED,
    FAILED
  }

  private final NoticeSettledListener settled;

  NoticeOutcomes(NoticeSettledListener settled) {
    this.settled = settled;
  }

  Left note(Handle transaction, List<QueuedNotice> mail, MailAttempt attempt, Instant now) {
    if (attempt instanceof MailAttempt.Delayed delayed) {
      return delayed(transaction, mail, delayed, now);
    }
    if (attempt instanceof MailAttempt.Refused refused) {
      return failed(transaction, mail, refused.message(), now);
    }
    DueNotices.done(transaction, mail, "sent", now);
    Set<UUID> unknown = NoticeAttempts.unknown(transaction, mail);
    for (QueuedNotice n : mail) {
      boolean again = unknown.contains(n.id());
      Optional<String> note =
          Stream.of(
                  n.news().map(news -> n.saysNotHidden() ? NOT_HIDDEN : NEWS).stream(),
                  again ? Stream.of(SENT_AGAIN) : Stream.<String>empty())
              .flatMap(s -> s)
              .reduce((one, two) -> one + " " + two);
      for (Member member : members(transaction, n)) {
        EscalationEventPublisher.publish(
            transaction,
            new NoticeSent(
                member.escalationId(), member.caseId(), n.id(), n.person(), n.role(), now, note));
      }
      LOG.log(
          System.Logger.Level.INFO,
          "notice sent: notice={0} escalation={1} person={2} attempts={3} again={4}",
          n.id(),
          n.escalation().id(),
          n.person(),
          String.valueOf(n.attempts() + 1),
          again);
    }
    inOrder(mail).forEach(n -> settled.delivered(transaction, n, now));
    return Left.SENT;
  }

  private Left delayed(
      Handle transaction, List<QueuedNotice> mail, MailAttempt.Delayed delayed, Instant now) {
    List<QueuedNotice> over =
        mail.stream().filter(n -> MailRetryDelays.givenUp(n.dueAt(), now)).toList();
    List<QueuedNotice> left = mail.stream().filter(n -> !over.contains(n)).toList();
    if (!over.isEmpty()) {
      String message =
          "Given up after 24 hours; tell the person in another way. " + delayed.message();
      failed(transaction, over, message, now);
    }
    return left.isEmpty() ? Left.FAILED : triedAgain(transaction, left, delayed, now);
  }

  /**
   * Within one mail, notices that have waited less than 24 hours are not given up together with
   * older ones.
   */
  private Left triedAgain(
      Handle transaction, List<QueuedNotice> mail, MailAttempt.Delayed delayed, Instant now) {
    DueNotices.delay(
        transaction,
        mail,
        delayed.trouble(),
        now.plus(MailRetryDelays.after(delayed, mail.get(0).attempts() + 1)));
    for (QueuedNotice n : mail) {
      boolean known = n.trouble().filter(delayed.trouble()::equals).isPresent();
      if (!known) {
        publish(transaction, n, true, delayed.message(), now);
        LOG.log(
            System.Logger.Level.WARNING,
            "notice delayed: notice={0} escalation={1} person={2} trouble={3}",
            n.id(),
            n.escalation().id(),
            n.person(),
            delayed.trouble());
      }
    }
    return Left.DELAYED;
  }

  private Left failed(Handle transaction, List<QueuedNotice> mail, String message, Instant now) {
    DueNotices.done(transaction, mail, "failed", now);
    Set<UUID> unknown = NoticeAttempts.unknown(transaction, mail);
    for (QueuedNotice n : mail) {
      String all = unknown.contains(n.id()) ? message + FAILED_AT_LAST : message;
      publish(transaction, n, false, all, now);
      LOG.log(
          System.Logger.Level.ERROR,
          "notice failed: notice={0} escalation={1} person={2}",
          n.id(),
          n.escalation().id(),
          n.person());
    }
    inOrder(mail).forEach(n -> settled.refused(transaction, n, now));
    return Left.FAILED;
  }

  private static void publish(
      Handle transaction, QueuedNotice n, boolean willRetry, String message, Instant now) {
    for (Member member : members(transaction, n)) {
      EscalationEventPublisher.publish(
          transaction,
          new NoticeFailed(
              member.escalationId(),
              member.caseId(),
              n.id(),
              n.person(),
              n.role(),
              willRetry,
              message,
              now));
    }
  }

  /** News is about one case, a notice about all of them. */
  private static List<Member> members(Handle transaction, QueuedNotice n) {
    return n.conversation()
        .map(id -> ConversationMembers.of(transaction, id))
        .map(
            all ->
                n.news()
                    .map(news -> all.stream().filter(m -> m.isOf(news.caseId())).toList())
                    .orElse(all))
        .orElse(List.of(new Member(n.escalation().id(), n.escalation().caseId())));
  }

  /**
   * Returns the notices that count for their escalation; news does not, because it says nothing
   * about whether anyone was asked. All transactions lock conversations in the same order, so that
   * there is no deadlock.
   */
  private static List<QueuedNotice> inOrder(List<QueuedNotice> mail) {
    return mail.stream()
        .filter(n -> n.conversation().isPresent() && !n.isNews())
        .sorted(Comparator.comparing(n -> n.conversation().orElseThrow()))
        .toList();
  }
}
