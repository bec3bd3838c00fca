package hallmonitor.moderation.pipeline.opinion;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Stops asking a server that does not answer, so that it does not slow the comments down. After a
 * pause one failure, or a few questions without a sign of an answer, are enough to stop again.
 */
final class ReaderBreaker {
  /** Failures in a row. */
  static final int MOST_FAILURES = 3;

  /**
   * Questions in a row without a sign of an answer. A person must not be able to write this many
   * comments in a moment that make a model think for a long time; otherwise a few such comments
   * would stop all questions.
   */
  static final int MOST_SILENT = 20;

  static final Duration PAUSE = Duration.ofMinutes(1);

  private final LongSupplier nanos;
  private int failures;
  private int silent;
  private boolean paused;
  private long since;

  /**
   * Creates a breaker that lets questions pass.
   *
   * @param nanos a clock like {@code System::nanoTime}
   */
  ReaderBreaker(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized boolean lets() {
    if (paused && nanos.getAsLong() - since >= PAUSE.toNanos()) {
      paused = false;
      failures = MOST_FAILURES - 1;
      silent = MOST_SILENT - MOST_FAILURES;
    }
    return !paused;
  }

  synchronized void answered() {
    failures = 0;
    silent = 0;
    paused = false;
  }

  /** Records a failure and returns whether it started a pause. */
  synchronized boolean failed() {
    failures++;
    return pauses();
  }

  /** Records a question without a sign of an answer and returns whether it started a pause. */
  synchronized boolean wasSilent() {
    silent++;
    return pauses();
  }

  private synchronized boolean pauses() {
    boolean begins = !paused && (failures >= MOST_FAILURES || silent >= MOST_SILENT);
    if (begins) {
      paused = true;
      since = nanos.getAsLong();
    }
    return begins;
  }
}
