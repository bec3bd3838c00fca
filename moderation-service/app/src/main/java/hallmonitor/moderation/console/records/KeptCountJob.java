package hallmonitor.moderation.console.records;

import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.store.records.KeptCounts;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;

/**
 * Counts what is kept in the background, because a page cannot: the time for it grows with the
 * archive.
 */
@ApplicationScoped
public class KeptCountJob {
  private static final System.Logger LOG = System.getLogger(KeptCountJob.class.getName());

  /** The other months follow in the next round, so that a long archive delays no shutdown. */
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(10);

  private final KeptCounts counts;
  private final RecordPlaces places;
  private boolean silent;

  KeptCountJob(KeptCounts counts, RecordPlaces places) {
    this.counts = counts;
    this.places = places;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "{hallmonitor.records.count-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void round() {
    try {
      count();
      silent = false;
    } catch (RuntimeException e) {
      if (!silent) {
        LOG.log(System.Logger.Level.WARNING, "kept records are not counted; trying on", e);
      }
      silent = true;
    }
  }

  /** Counts the months that are due. */
  void count() {
    long began = System.nanoTime();
    for (LocalDate month : counts.due()) {
      if (System.nanoTime() - began > LONGEST_ROUND.toNanos()) {
        return;
      }
      counts.count(month, places.calendar());
    }
  }
}
