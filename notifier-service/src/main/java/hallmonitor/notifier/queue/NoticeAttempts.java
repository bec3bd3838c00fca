package hallmonitor.notifier.queue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Mails passed to the mail server but without a recorded result. A sender cannot always know the
 * result (RFC 5321, section 4.5.3.2.6, and RFC 1047): the server may accept a mail while its
 * answer, or the process waiting for it, is lost. Such a mail is sent again, and the entry here
 * shows that it may arrive twice.
 */
final class NoticeAttempts {
  private final Jdbi database;

  NoticeAttempts(Jdbi database) {
    this.database = database;
  }

  /**
   * Commits, on a separate connection, that these mails are about to be sent. The caller's
   * connection holds the notices' locks, and its transaction must outlast the mails. Waits for no
   * lock.
   */
  void begin(List<BegunMail> mails) {
    // Not inTransaction, which would join the caller's transaction.
    try (Handle own = database.open()) {
      own.useTransaction(
          alone -> {
            forgetOld(alone);
            PreparedBatch batch =
                alone.prepareBatch(
                    """
                    insert into notice_attempt (attempt_id, notice_id, mail_id)
                    select :attempt, unnest(:ids), :mail
                    """);
            for (BegunMail mail : mails) {
              batch
                  .bind("attempt", mail.attempt())
                  .bindArray("ids", UUID.class, DueNotices.ids(mail.notices()))
                  .bind("mail", mail.mail().id())
                  .add();
            }
            batch.execute();
          });
    }
  }

  /** Records that the results are known once this transaction commits. */
  static void known(Handle transaction, List<UUID> attempts) {
    if (attempts.isEmpty()) {
      return;
    }
    transaction
        .createUpdate("delete from notice_attempt where attempt_id = any(:attempts)")
        .bindArray("attempts", UUID.class, attempts.toArray())
        .execute();
  }

  /**
   * Returns the notices that may have arrived by an attempt with unknown result. The caller holds
   * the notices' locks, so no other attempt is running.
   */
  static Set<UUID> unknown(Handle transaction, List<QueuedNotice> mail) {
    return new HashSet<>(
        transaction
            .createQuery("select notice_id from notice_attempt where notice_id = any(:ids)")
            .bindArray("ids", UUID.class, DueNotices.ids(mail))
            .mapTo(UUID.class)
            .list());
  }

  /** An unsent notice keeps its attempts; for the others, the events say so. */
  private static void forgetOld(Handle transaction) {
    transaction.execute(
        """
        delete from notice_attempt
        where (attempt_id, notice_id) in (
          select a.attempt_id, a.notice_id
          from notice_attempt a
          where a.started_at < clock_timestamp() - interval '30 days'
            and not exists (
              select 1
              from notice n
              where n.notice_id = a.notice_id
                and n.state = 'queued')
          limit 100
          for update of a skip locked)
        """);
  }
}
