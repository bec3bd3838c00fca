package hallmonitor.moderation.console;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A few threads for work that takes a quarter of a second of a processor and more, such as hashing
 * a password or reading a picture, with a short queue. What does not fit is refused at once instead
 * of waiting on a thread that pages need.
 */
public final class WorkLane implements AutoCloseable {
  /** Too much waits. The same request works again after some seconds. */
  public static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;

    Full(Throwable cause) {
      super("too much waits for a thread", cause);
    }
  }

  private static final int SECONDS_IDLE = 60;

  private final ThreadPoolExecutor threads;

  /**
   * Creates a lane.
   *
   * @param name of its threads
   * @param atOnce threads, which end when nothing is to be done
   * @param waiting the most that wait for one
   */
  public WorkLane(String name, int atOnce, int waiting) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    this.threads =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            SECONDS_IDLE,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              thread.setContextClassLoader(loader);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Runs this on the lane and waits for it.
   *
   * @throws Full at once, if the queue is full
   */
  public <T> T run(Supplier<T> work) {
    try {
      Future<T> result = threads.submit(work::get);
      return result.get();
    } catch (RejectedExecutionException e) {
      throw new Full(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Full(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
