package hallmonitor.moderation.finding.encoder;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stops runs that take too long: all are checked a few times within the limit. */
final class RunLimit {
  /**
   * Checks before a run is stopped. Counted instead of clock time, so that a suspended machine does
   * not stop every run.
   */
  private static final int LOOKS = 4;

  private final Set<Run> running = ConcurrentHashMap.newKeySet();
  private final boolean atOnce;

  /**
   * Creates a limit.
   *
   * @param limit longest duration of a run; 0 stops each run immediately
   * @param watcher checks the runs until it is shut down
   */
  RunLimit(Duration limit, ScheduledExecutorService watcher) {
    atOnce = limit.isZero();
    long every = Math.max(1_000_000, limit.toNanos() / LOOKS);
    var unused = // it runs until the watcher is shut down
        watcher.scheduleWithFixedDelay(
            () -> running.forEach(Run::seen), every, every, TimeUnit.NANOSECONDS);
  }

  /** One run; close it when it ends. */
  final class Run implements AutoCloseable {
    private final Runnable stop;
    private int seen;
    private boolean over;
    private boolean stopped;

    private Run(Runnable stop) {
      this.stop = stop;
    }

    private synchronized void seen() {
      seen++;
      if (seen > LOOKS) {
        stop();
      }
    }

    private synchronized void stop() {
      if (!over) {
        over = true;
        stopped = true;
        stop.run();
      }
    }

    /** Returns whether the run was stopped. */
    synchronized boolean wasStopped() {
      return stopped;
    }

    @Override
    public void close() {
      running.remove(this);
      synchronized (this) {
        over = true; // from here on the model may be closed
      }
    }
  }

  /**
   * Starts a run.
   *
   * @param stop called at most once, on another thread, and never after the run was closed
   */
  Run begin(Runnable stop) {
    Run run = new Run(stop);
    running.add(run);
    if (atOnce) {
      run.stop();
    }
    return run;
  }
}
