package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Runs the detectors on several threads and keeps the order of the comments. If a detector hangs,
 * its comment goes to review and the batch continues.
 */
public final class DetectionPool implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DetectionPool.class.getName());

  /** Few, because a comment in the second stage takes longer than passing it to a thread. */
  private static final int WORTH_SHARING = 8;

  private final int threads;
  private final Duration patience;
  private final IntConsumer whenHanging;
  private final LinkedBlockingDeque<Runnable> queue = new LinkedBlockingDeque<>();
  private final ThreadPoolExecutor pool;
  private int hanging;

  /**
   * Creates a pool.
   *
   * @param patience longest time of one detector for one comment
   * @param whenHanging receives by how much the number of hanging threads changes
   */
  public DetectionPool(int threads, Duration patience, IntConsumer whenHanging) {
    this.threads = threads;
    this.patience = patience;
    this.whenHanging = whenHanging;
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.MINUTES,
            queue,
            work -> {
              Thread thread = new Thread(work, "detecting");
              thread.setDaemon(true);
              return thread;
            });
  }

  public List<CommentFindings> detect(
      List<CommentUpdate> updates, RuleSnapshot rules, WhichLook look) throws InterruptedException {
    List<DetectionTask> tasks = new ArrayList<>();
    int size = taskSize(updates.size());
    for (int from = 0; from < updates.size(); from += size) {
      int to = Math.min(from + size, updates.size());
      tasks.add(new DetectionTask(updates.subList(from, to), rules, look));
    }
    tasks.forEach(pool::execute);
    List<CommentFindings> found = new ArrayList<>(updates.size());
    for (DetectionTask task : tasks) {
      found.addAll(finished(task).found());
    }
    return found;
  }

  /**
   * Creates more tasks than threads, since one long comment can take as long as hundreds of short
   * ones.
   */
  private int taskSize(int comments) {
    return threads == 1 || comments < WORTH_SHARING
        ? Math.max(1, comments)
        : Math.max(4, comments / (threads * 8));
  }

  private DetectionTask finished(DetectionTask task) throws InterruptedException {
    DetectionTask present = task;
    while (!present.isOverBeforeItHangs(patience)) {
      present = resumeAfterTimeout(present);
    }
    return present;
  }

  /**
   * The remaining work goes first: the waiting thread watches nothing else, and other threads may
   * hang on later work.
   */
  private synchronized DetectionTask resumeAfterTimeout(DetectionTask task) {
    DetectionTask rest = task.givenUp(() -> hanging(-1));
    if (rest != task) {
      LOG.log(
          System.Logger.Level.ERROR,
          "A detector took too long on comment {0}, which a person must look at.",
          task.now().key());
      queue.addFirst(rest);
      hanging(1);
    }
    return rest;
  }

  /** Replaces a hanging thread, and removes a thread when the hanging one comes back. */
  private synchronized void hanging(int more) {
    hanging += more;
    int size = threads + hanging;
    if (more > 0) {
      pool.setMaximumPoolSize(size);
      pool.setCorePoolSize(size);
    } else {
      pool.setCorePoolSize(size);
      pool.setMaximumPoolSize(size);
    }
    whenHanging.accept(more);
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
