package hallmonitor.bench;

import java.time.Duration;
import java.util.Arrays;

/** How long a measurement waits for the rest of the work: as long as something happens. */
public final class Patience {
  private final Duration most;
  private long since;
  private long[] seen = {};

  /**
   * @param most without any progress
   * @param now by {@link System#nanoTime}
   */
  public Patience(Duration most, long now) {
    this.most = most;
    this.since = now;
  }

  /**
   * Notes how far the work is.
   *
   * @param all whether everything to be done has been sent; before that, nothing has to happen
   * @param now by {@link System#nanoTime}
   * @param work numbers, and each step of the work changes at least one of them
   * @return whether nothing happened for too long
   */
  public boolean isOver(boolean all, long now, long... work) {
    if (!all || !Arrays.equals(work, seen)) {
      since = now;
      seen = work;
    }
    return now - since > most.toNanos();
  }
}
