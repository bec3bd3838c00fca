package hallmonitor.notifier.queue;

import hallmonitor.contract.event.EscalationEvent.NoticeFailed;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.notifier.mail.MailAttempt;
import hallmonitor.notifier.publish.EventBatch;
import hallmonitor.notifier.queue.ConversationMembers.Member;
import io.opentelemetry.context.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The results of a sender's attempts: the notices' new states and the events about them, gathered
 * and written in one transaction. For one transaction.
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

  private final Handle transaction;
  private final Set<UUID> unknown;
  private final Map<UUID, List<Member>> members;
  private final List<QueuedNotice> sent = new ArrayList<>();
  private final List<QueuedNotice> failed = new ArrayList<>();
  private final EventBatch events = new EventBatch();

  private NoticeOutcomes(Handle transaction, List<AttemptedMail> mails) {
    List<QueuedNotice> notices = mails.stream().flatMap(mail -> mail.notices().stream()).toList();
    NoticeAttempts.known(
        transaction, mails.stream().flatMap(mail -> mail.known().stream()).toList());
    this.transaction = transaction;
    this.unknown = NoticeAttempts.unknown(transaction, notices);
    this.members =
        ConversationMembers.ofAll(
            transaction, notices.stream().flatMap(n -> n.conversation().stream()).toList());
  }

  /** Records the results of these mails and returns, for each of them, what is left to do. */
  static List<Left> note(
      Handle transaction, List<AttemptedMail> mails, NoticeSettledListener settled) {
    NoticeOutcomes outcomes = new NoticeOutcomes(transaction, mails);
    List<Left> left = mails.stream().map(outcomes::note).toList();
    outcomes.write(settled, mails.get(mails.size() - 1).at());
    return left;
  }

  private Left note(AttemptedMail mail) {
    try (Scope ignored = mail.trace().makeCurrent()) {
      if (mail.outcome() instanceof MailAttempt.Delayed delayed) {
        return delayed(mail.notices(), delayed, mail.at());
      }
      if (mail.outcome() instanceof MailAttempt.Refused refused) {
        return failed(mail.notices(), refused.message(), mail.at());
      }
      mail.notices().forEach(notice -> sent(notice, mail.at()));
      return Left.SENT;
    }
  }

  private void sent(QueuedNotice n, Instant at) {
    sent.add(n);
    boolean again = unknown.contains(n.id());
    Optional<String> note =
        Stream.of(
                n.news().map(news -> n.saysNotHidden() ? NOT_HIDDEN : NEWS).stream(),
                again ? Stream.of(SENT_AGAIN) : Stream.<String>empty())
            .flatMap(s -> s)
            .reduce((one, two) -> one + " " + two);
    for (Member member : members(n)) {
      events.add(
          new NoticeSent(
              member.escalationId(), member.caseId(), n.id(), n.person(), n.role(), at, note));
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

  private Left delayed(List<QueuedNotice> mail, MailAttempt.Delayed delayed, Instant at) {
    List<QueuedNotice> over =
        mail.stream().filter(n -> MailRetryDelays.givenUp(n.dueAt(), at)).toList();
    List<QueuedNotice> left = mail.stream().filter(n -> !over.contains(n)).toList();
    if (!over.isEmpty()) {
      failed(
          over,
          "Given up after 24 hours; tell the person in another way. " + delayed.message(),
          at);
    }
    return left.isEmpty() ? Left.FAILED : triedAgain(left, delayed, at);
  }

  /**
   * Within one mail, notices that have waited less than 24 hours are not given up together with
   * older ones.
   */
  private Left triedAgain(List<QueuedNotice> mail, MailAttempt.Delayed delayed, Instant at) {
    DueNotices.delay(
        transaction,
        mail,
        delayed.trouble(),
        at.plus(MailRetryDelays.after(delayed, mail.get(0).attempts() + 1)));
    for (QueuedNotice n : mail) {
      boolean known = n.trouble().filter(delayed.trouble()::equals).isPresent();
      if (!known) {
        publish(n, true, delayed.message(), at);
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

  private Left failed(List<QueuedNotice> mail, String message, Instant at) {
    failed.addAll(mail);
    for (QueuedNotice n : mail) {
      publish(n, false, unknown.contains(n.id()) ? message + FAILED_AT_LAST : message, at);
      LOG.log(
          System.Logger.Level.ERROR,
          "notice failed: notice={0} escalation={1} person={2}",
          n.id(),
          n.escalation().id(),
          n.person());
    }
    return Left.FAILED;
  }

  private void publish(QueuedNotice n, boolean willRetry, String message, Instant at) {
    for (Member member : members(n)) {
      events.add(
          new NoticeFailed(
              member.escalationId(),
              member.caseId(),
              n.id(),
              n.person(),
              n.role(),
              willRetry,
              message,
              at));
    }
  }

  /** News is about one case, a notice about all of them. */
  private List<Member> members(QueuedNotice n) {
    return n.conversation()
        .map(id -> members.getOrDefault(id, List.of()))
        .map(
            all ->
                n.news()
                    .map(news -> all.stream().filter(m -> m.isOf(news.caseId())).toList())
                    .orElse(all))
        .orElse(List.of(new Member(n.escalation().id(), n.escalation().caseId())));
  }

  private void write(NoticeSettledListener settled, Instant now) {
    DueNotices.done(transaction, sent, "sent", now);
    DueNotices.done(transaction, failed, "failed", now);
    events.write(transaction);
    settled.settled(transaction, counting(sent), counting(failed), now);
  }

  /**
   * Returns the notices that count for their escalation; news does not, because it says nothing
   * about whether anyone was asked.
   */
  private static List<QueuedNotice> counting(List<QueuedNotice> notices) {
    return notices.stream().filter(n -> n.conversation().isPresent() && !n.isNews()).toList();
  }
}
