package hallmonitor.notifier.queue;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Receives the results of notices, in the transaction that records them. */
public interface NoticeSettledListener {
  /**
   * Called once for all mails of a transaction.
   *
   * @param refused those that will never be delivered
   */
  void settled(
      Handle transaction, List<QueuedNotice> delivered, List<QueuedNotice> refused, Instant now);
}
