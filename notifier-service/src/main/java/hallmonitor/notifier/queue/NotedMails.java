package hallmonitor.notifier.queue;

import hallmonitor.notifier.queue.NoticeOutcomes.Left;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Mails with their outcomes, as they were recorded.
 *
 * @param failure to record one of them; the others are recorded all the same
 */
record NotedMails(List<Noted> mails, Optional<RuntimeException> failure) {
  /**
   * One of them.
   *
   * @param left what is left to do
   */
  record Noted(AttemptedMail mail, Left left) {}

  static final NotedMails NONE = new NotedMails(List.of(), Optional.empty());

  private static final System.Logger LOG = System.getLogger(NotedMails.class.getName());

  /**
   * Records all together; if that fails, each by itself. One that cannot be recorded has an unknown
   * outcome: it is tried again, but not at once, since it would go out every time.
   */
  static NotedMails of(
      Handle transaction, List<AttemptedMail> attempted, NoticeSettledListener settled) {
    try {
      return new NotedMails(noted(transaction, attempted, settled), Optional.empty());
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "mails are recorded one by one: {0}", e.getClass());
    }
    List<Noted> mails = new ArrayList<>();
    Optional<RuntimeException> failure = Optional.empty();
    for (AttemptedMail one : attempted) {
      try {
        mails.addAll(noted(transaction, List.of(one), settled));
      } catch (RuntimeException e) {
        failure = Optional.of(e);
        DueNotices.delay(
            transaction,
            one.notices(),
            "unrecorded",
            one.at().plus(MailRetryDelays.LONGEST_FOR_SERVER));
      }
    }
    return new NotedMails(mails, failure);
  }

  private static List<Noted> noted(
      Handle transaction, List<AttemptedMail> attempted, NoticeSettledListener settled) {
    transaction.savepoint("outcomes");
    try {
      List<Left> left = NoticeOutcomes.note(transaction, attempted, settled);
      List<Noted> noted = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        noted.add(new Noted(attempted.get(i), left.get(i)));
      }
      transaction.releaseSavepoint("outcomes");
      return noted;
    } catch (RuntimeException e) {
      transaction.rollbackToSavepoint("outcomes");
      throw e;
    }
  }
}
