package hallmonitor.notifier.queue;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Receives the result of a notice, in the transaction that records it. */
public interface NoticeSettledListener {
  void delivered(Handle transaction, QueuedNotice notice, Instant now);

  /** Called when it will never be delivered. */
  void refused(Handle transaction, QueuedNotice notice, Instant now);
}
