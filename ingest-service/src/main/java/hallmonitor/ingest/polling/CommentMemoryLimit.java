package hallmonitor.ingest.polling;

import java.util.Map;
import java.util.WeakHashMap;

/**
 * The room that all accounts of this process share for remembered comments. Without a common limit,
 * a busy district would fill the heap, and do so again after every restart. An account gives room
 * back only if it has more than an equal share, so that a flood on one takes nothing from the
 * others. Any thread may call it.
 */
final class CommentMemoryLimit {
  private static final int BYTES_OF_ONE = 300;

  /** A third of the heap; the rest is for pages that are being read, and for Kafka. */
  static final CommentMemoryLimit OF_HEAP =
      new CommentMemoryLimit(
          (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 3 / BYTES_OF_ONE));

  private final int most;

  /** Weak, because a poller that failed reads its memory from the log again. */
  private final Map<CommentMemory, Integer> taken = new WeakHashMap<>();

  CommentMemoryLimit(int most) {
    this.most = most;
  }

  /**
   * Returns how many comments an account may remember.
   *
   * @param now how many it remembers now
   */
  synchronized int most(CommentMemory of, int now) {
    taken.put(of, now);
    long all = taken.values().stream().mapToLong(Integer::longValue).sum();
    long withoutExcess = now - Math.max(0, all - most);
    return (int) Math.max(most / taken.size(), withoutExcess);
  }
}
