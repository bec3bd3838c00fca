package hallmonitor.moderation.console.access;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A few threads that hash passwords, with a short queue. Hashing takes a quarter of a second of a
 * processor, so what does not fit is refused at once instead of waiting on a thread that pages
 * need.
 */
final class HashingLane implements AutoCloseable {
  private static final int SECONDS_IDLE = 60;

  private final ThreadPoolExecutor threads;

  /**
   * Creates a lane.
   *
   * @param atOnce threads, which end when nothing is hashed
   * @param waiting the most that wait for one
   */
  HashingLane(String name, int atOnce, int waiting) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    this.threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            SECONDS_IDLE,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            work -> {
              Thread thread = new Thread(work, "hashing-" + name);
              thread.setDaemon(true);
              thread.setContextClassLoader(loader);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Runs this on the lane and waits for it.
   *
   * @throws HashingBusy at once, if the queue is full
   */
  <T> T run(Supplier<T> work) {
    try {
      Future<T> result = threads.submit(work::get);
      return result.get();
    } catch (RejectedExecutionException e) {
      throw new HashingBusy(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HashingBusy(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
