package hallmonitor.ingest.connector.api;

import java.util.concurrent.atomic.AtomicLong;

/** Up to where the live lane has read one account's changes. Thread-safe. */
final class ReadPlace {
  /** Before the first read, nobody knows how far an earlier process came. */
  private final AtomicLong sequence = new AtomicLong(Long.MAX_VALUE);

  void at(long read) {
    sequence.set(read);
  }

  /** Returns the last change that was read; the highest number before the first read. */
  long get() {
    return sequence.get();
  }
}
