package hallmonitor.moderation.console.records;

import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.store.records.DisposalJob;
import hallmonitor.moderation.store.records.DisposalJob.Step;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Carries out approved disposals in the background. Any number of instances may run at the same
 * time: one works on a disposal, and a later one continues where it stopped.
 */
@ApplicationScoped
public class DisposalSchedule {
  private static final System.Logger LOG = System.getLogger(DisposalSchedule.class.getName());

  /** A long disposal continues in the next round, so that it does not delay a shutdown. */
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(5);

  private final DisposalJob disposing;
  private final RecordPlaces places;
  private final Certificates certificates;
  private volatile List<UUID> stuck = List.of();

  DisposalSchedule(DisposalJob disposing, RecordPlaces places, Certificates certificates) {
    this.disposing = disposing;
    this.places = places;
    this.certificates = certificates;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "2s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void round() {
    List<UUID> failed = new ArrayList<>();
    for (UUID id : disposing.underWay()) {
      try {
        carryOut(id);
      } catch (RuntimeException e) {
        failed.add(id);
        if (!stuck.contains(id)) {
          LOG.log(
              System.Logger.Level.ERROR,
              "disposal " + id + " cannot be carried out now; trying on",
              e);
        }
      }
    }
    stuck = List.copyOf(failed);
  }

  /** Works for at most a few seconds, and not while others wait behind it. */
  private void carryOut(UUID id) {
    long began = System.nanoTime();
    Step step = Step.MORE;
    while (step == Step.MORE && System.nanoTime() - began < LONGEST_ROUND.toNanos()) {
      step = disposing.step(id, places.all());
    }
    if (step == Step.LAST) {
      disposing.end(id, Clock.systemUTC(), certificates::certify);
    }
  }
}
