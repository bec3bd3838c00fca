package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.pipeline.metrics.BacklogGauges;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Periodic checks: the files for changes, the database for waiting work. They start only after the
 * service has started, because the start reports wrong files.
 */
@ApplicationScoped
public class ScheduledJobs {
  private static final System.Logger LOG = System.getLogger(ScheduledJobs.class.getName());

  private final LiveRules rules;
  private final DecisionSettings decisions;
  private final BacklogGauges gauges;
  private final HeldHideReleaseJob held;
  private final DangerLaneJob lane;
  private final UndoneHideJob undone;
  private final PostJudgeJob posts;
  private final LostEventsJob lost;
  private volatile String fault = "";

  ScheduledJobs(
      LiveRules rules,
      DecisionSettings decisions,
      BacklogGauges gauges,
      HeldHideReleaseJob held,
      DangerLaneJob lane,
      UndoneHideJob undone,
      PostJudgeJob posts,
      LostEventsJob lost) {
    this.lost = lost;
    this.posts = posts;
    this.undone = undone;
    this.lane = lane;
    this.decisions = decisions;
    this.held = held;
    this.rules = rules;
    this.gauges = gauges;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(every = "1s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void lookAtFiles() {
    rules.refresh();
    decisions.refresh();
  }

  /** Skipped while one runs, because the next one is a second away. */
  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "1s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void releaseWhatWaitedTooLong() {
    try {
      held.release();
      fault = "";
    } catch (RuntimeException e) {
      if (fault.isEmpty()) {
        LOG.log(System.Logger.Level.ERROR, "held hides cannot be released; trying on", e);
      }
      fault =
          e instanceof HeldHideReleaseJob.Stuck
              ? String.valueOf(e.getMessage())
              : e.getClass().getSimpleName();
    }
  }

  /** Returns why overdue held hides are not released, in words; empty if they are. */
  public Optional<String> fault() {
    return Optional.of(fault).filter(words -> !words.isEmpty());
  }

  /** Skipped while one runs, because the next one is seconds away. */
  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void escalateWhatNobodyDecided() {
    lane.escalate();
  }

  /** Skipped while one runs, because the next one is a second away. */
  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "1s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void tellOfUndoneHides() {
    undone.tell();
  }

  /** Skipped while one runs, because the next one is seconds away. */
  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "2s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void judgePosts() {
    posts.judge();
  }

  /** Skipped while one runs, because the next one is seconds away. */
  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void publishWhatWasLost() {
    lost.publish();
  }

  @NonBlocking
  @OwnThread
  @Scheduled(every = "5s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void countWhatWaits() {
    gauges.refresh();
  }
}
