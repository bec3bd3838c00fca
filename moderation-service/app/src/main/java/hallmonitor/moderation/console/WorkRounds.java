package hallmonitor.moderation.console;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Rounds of work in the background, each of several steps. Only the first fault is logged. */
public final class WorkRounds {
  /** The rest follows in the next round, so that nothing delays a shutdown. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final System.Logger log;
  private final String waits;
  private boolean failing;

  /**
   * Creates it.
   *
   * @param waits what waits while rounds fail, for the log
   */
  public WorkRounds(Class<?> job, String waits) {
    this.log = System.getLogger(job.getName());
    this.waits = waits;
  }

  /**
   * Takes steps.
   *
   * @param step each a transaction of its own; returns false if nothing waits
   */
  public void round(BooleanSupplier step) {
    long end = System.nanoTime() + LONGEST.toNanos();
    try {
      while (System.nanoTime() < end && step.getAsBoolean()) {
        // The step did it.
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        log.log(System.Logger.Level.ERROR, waits + " wait; trying on", e);
      }
      failing = true;
    }
  }
}
