package hallmonitor.messaging;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Ends this process because one of its essential threads has ended. Whatever started the process
 * starts it again.
 */
final class ProcessEnd {
  /** EX_SOFTWARE in sysexits.h. */
  static final int EXIT_CODE = 70;

  private static final System.Logger LOG = System.getLogger(ProcessEnd.class.getName());

  /** For the other parts to finish what they have in hand. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  private ProcessEnd() {}

  /**
   * Says why, and begins the end. Returns at once, because the end waits for the threads.
   *
   * @param thread the name of the one that ended
   * @param cause null if it was interrupted
   */
  static void because(String thread, @Nullable Throwable cause) {
    try {
      LOG.log(
          System.Logger.Level.ERROR,
          "The thread '"
              + thread
              + "' has ended. This process ends with exit code "
              + EXIT_CODE
              + " and must be started again.",
          cause);
      if (BEGUN.compareAndSet(false, true)) {
        begin("ending the process", () -> System.exit(EXIT_CODE));
        begin("limit of the end", ProcessEnd::halt);
      }
    } catch (Throwable e) { // no memory for a thread, or for a line in the log
      Runtime.getRuntime().halt(EXIT_CODE);
    }
  }

  private static void begin(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void halt() {
    try {
      Thread.sleep(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      // then it ends now
    }
    Runtime.getRuntime().halt(EXIT_CODE);
  }
}
