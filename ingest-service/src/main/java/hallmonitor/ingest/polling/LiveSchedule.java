package hallmonitor.ingest.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * When the live edge is read next: at its own pace, or immediately after a hint that there is news.
 * No matter how many hints arrive, they bring a read forward at most once per shortest interval, so
 * that no one can use up an account's allowance with them.
 *
 * <p>Other threads than the poller's may call only {@link #hint}.
 */
final class LiveSchedule {
  private final Duration floor;
  private final Duration idle;
  private final AtomicBoolean hinted = new AtomicBoolean();
  private PollInterval pace;
  private Instant next = Instant.MIN;
  private Instant nextHinted = Instant.MIN;

  LiveSchedule(Duration floor, Duration idle) {
    this.floor = floor;
    this.idle = idle;
    this.pace = PollInterval.starting(floor, idle);
  }

  /** Returns whether this is the first hint since the last read began. */
  boolean hint() {
    return hinted.compareAndSet(false, true);
  }

  boolean hinted() {
    return hinted.get();
  }

  /** Returns when the next read is due. */
  Instant due() {
    return hinted() && nextHinted.isBefore(next) ? nextHinted : next;
  }

  /** Called before a read, so that a hint that comes during it leads to another one. */
  void begins(Instant now) {
    if (hinted.getAndSet(false)) {
      nextHinted = now.plus(floor);
      // Announced news may appear in a platform's lists a moment later.
      pace = PollInterval.starting(floor, idle);
    }
  }

  /**
   * Called after a read.
   *
   * @param news whether there were new comments
   * @param more whether there are more to read now
   */
  void ended(Instant now, boolean news, boolean more) {
    pace = pace.after(news);
    next = more ? Instant.MIN : now.plus(pace.current());
  }
}
