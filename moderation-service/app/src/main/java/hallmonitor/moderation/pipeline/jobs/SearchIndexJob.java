package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.pipeline.Precedence;
import hallmonitor.moderation.store.search.SearchIndex;
import hallmonitor.moderation.store.search.SearchIndex.Trail;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index of the search behind the archive, at a quarter of a processor: the first look
 * must not wait for it. In a burst it waits for as long as the page of the search need not say so.
 */
@ApplicationScoped
public class SearchIndexJob {
  private static final System.Logger LOG = System.getLogger(SearchIndexJob.class.getName());

  /** So much longer than it works it rests. */
  private static final int REST = 3;

  /** What took long waited for a lock rather than worked. */
  private static final Duration LONGEST_REST = Duration.ofSeconds(1);

  /** The rest follows in the next round, so that nothing delays a shutdown. */
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(5);

  /** A burst of a hundred thousand comments is added within two minutes. */
  private static final Duration TOO_LONG = Duration.ofMinutes(15);

  /** Half of the minute after which the search says that it is behind. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final SearchIndex index;
  private final Jdbi database;
  private final Precedence precedence;
  private @Nullable Instant oldest;
  private volatile String trouble = "";
  private boolean retried;

  SearchIndexJob(SearchIndex index, Jdbi database, Precedence precedence) {
    this.index = index;
    this.database = database;
    this.precedence = precedence;
  }

  /** Adds some of what is due, and finds out what the search lacks. */
  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "{hallmonitor.search.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  public void round() throws InterruptedException {
    try {
      if (!retried) {
        index.retry();
        retried = true;
      }
      long end = System.nanoTime() + LONGEST_ROUND.toNanos();
      long step = System.nanoTime();
      while (step < end && !waits() && index.step()) {
        long now = System.nanoTime();
        Thread.sleep(rest(Duration.ofNanos(now - step), Duration.ofNanos(end - now)).toMillis());
        step = System.nanoTime();
      }
      Trail trail = database.withHandle(Trail::of);
      oldest = trail.oldest();
      trouble = lacks(trail, Instant.now());
    } catch (SQLException | RuntimeException | LinkageError | StackOverflowError e) {
      if (trouble.isEmpty()) {
        LOG.log(System.Logger.Level.ERROR, "comments cannot be added to the search; trying on", e);
      }
      trouble = "Nothing can be added to the search (%s).".formatted(e.getClass().getSimpleName());
    }
  }

  private boolean waits() {
    return precedence.isBurst()
        && (oldest == null || oldest.plus(LONGEST_WAIT).isAfter(Instant.now()));
  }

  /**
   * Returns how long to rest after a step.
   *
   * @param left of the round
   */
  static Duration rest(Duration worked, Duration left) {
    Duration most = left.compareTo(LONGEST_REST) < 0 ? left : LONGEST_REST;
    Duration rest = worked.multipliedBy(REST);
    return most.isNegative() ? Duration.ZERO : rest.compareTo(most) < 0 ? rest : most;
  }

  static String lacks(Trail trail, Instant now) {
    if (trail.oldest() != null && !trail.oldest().plus(TOO_LONG).isAfter(now)) {
      return "The search lacks what was archived %d minutes ago."
          .formatted(Duration.between(trail.oldest(), now).toMinutes());
    }
    return trail.failed()
        ? "The search lacks comments or posts that cannot be added; the log names them."
        : "";
  }

  /** Adds everything that is due. */
  public void catchUp() throws SQLException {
    while (index.step()) {
      // Each step is a transaction of its own.
    }
  }

  /** Returns why the search is not complete, in one sentence; empty if it is. */
  public Optional<String> fault() {
    return Optional.of(trouble).filter(words -> !words.isEmpty());
  }
}
