package hallmonitor.moderation.pipeline;

import hallmonitor.moderation.policy.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Detects and judges over a few threads: the code is pure and the order of the answers stays. A
 * detector that hangs costs its comment a review and not the batch its end.
 */
final class JudgingPool implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(JudgingPool.class);

  /** Few: one that the second stage looks at takes longer than handing it out. */
  private static final int WORTH_SHARING = 8;

  /** News with the verdict on it; there is none for a deletion or a mere change of visibility. */
  record Answer(CommentUpdate news, Optional<Verdict> verdict) {}

  private final int threads;
  private final Duration patience;
  private final PipelineMetrics metrics;
  private final LinkedBlockingDeque<Runnable> queue = new LinkedBlockingDeque<>();
  private final ThreadPoolExecutor pool;
  private int hanging;

  /**
   * @param patience how long one detector may take for one comment
   */
  JudgingPool(int threads, Duration patience, PipelineMetrics metrics) {
    this.threads = threads;
    this.patience = patience;
    this.metrics = metrics;
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.MINUTES,
            queue,
            work -> {
              Thread thread = new Thread(work, "judging");
              thread.setDaemon(true);
              return thread;
            });
  }

  List<Answer> judge(List<CommentUpdate> news, RuleSnapshot rules) throws InterruptedException {
    List<JudgingTask> parts = new ArrayList<>();
    int size = sizeOfPart(news.size());
    for (int from = 0; from < news.size(); from += size) {
      parts.add(new JudgingTask(news.subList(from, Math.min(from + size, news.size())), rules));
    }
    parts.forEach(pool::execute);
    List<Answer> answers = new ArrayList<>(news.size());
    for (JudgingTask part : parts) {
      answers.addAll(finished(part).answers());
    }
    return answers;
  }

  /**
   * Smaller parts than threads, since one long comment can take as long as hundreds of short ones.
   */
  private int sizeOfPart(int comments) {
    return threads == 1 || comments < WORTH_SHARING
        ? Math.max(1, comments)
        : Math.max(4, comments / (threads * 8));
  }

  private JudgingTask finished(JudgingTask part) throws InterruptedException {
    JudgingTask present = part;
    while (!present.isOverBeforeItHangs(patience)) {
      present = resumeAfterTimeout(present);
    }
    return present;
  }

  /**
   * What is left goes first: whoever waits for it watches nothing else, and other threads may hang
   * on what stands behind it.
   */
  private synchronized JudgingTask resumeAfterTimeout(JudgingTask part) {
    JudgingTask rest = part.givenUp(() -> hanging(-1));
    if (rest != part) {
      LOG.errorf(
          "A detector took too long on comment %s, which a person must look at.",
          part.now().arrival().key());
      queue.addFirst(rest);
      hanging(1);
    }
    return rest;
  }

  /** A thread that hangs is replaced, and is one too many when it comes back. */
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
    metrics.hanging(hanging);
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
