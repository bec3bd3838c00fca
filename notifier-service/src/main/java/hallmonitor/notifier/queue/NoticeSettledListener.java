package hallmonitor.notifier.queue;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Whoever must know how a notice ended, in the transaction that notes it. */
public interface NoticeSettledListener {
  void delivered(Handle transaction, QueuedNotice notice, Instant now);

  /** It will never be delivered. */
  void refused(Handle transaction, QueuedNotice notice, Instant now);
}
