package hallmonitor.moderation.pipeline.jobs;

import java.util.function.BooleanSupplier;

/** Notices when a program is missing, and when it comes. */
final class ProgramWatch {
  private static final System.Logger LOG = System.getLogger(ProgramWatch.class.getName());

  private final BooleanSupplier ready;
  private final Runnable came;
  private final String missing;
  private boolean there;
  private boolean told;

  /**
   * Creates it.
   *
   * @param came called when the program is there, for the first time or again
   * @param missing what the log says once while it is not
   */
  ProgramWatch(BooleanSupplier ready, Runnable came, String missing) {
    this.ready = ready;
    this.came = came;
    this.missing = missing;
  }

  /** Looks for it. Not in the start of the service, which would wait for a program. */
  void look() {
    boolean now = ready.getAsBoolean();
    if (now && !there) {
      came.run();
    } else if (!now && (there || !told)) {
      told = true;
      LOG.log(System.Logger.Level.WARNING, missing);
    }
    there = now;
  }
}
