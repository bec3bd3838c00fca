package hallmonitor.moderation.drafting;

import hallmonitor.moderation.pipeline.jobs.OwnThread;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;

/** Periodic checks of the documents. A failed round is repeated. */
@ApplicationScoped
public class DraftingJobs {
  private final FileSynchronizer files;
  private final ShadowJob shadow;
  private final Backtests backtests;

  DraftingJobs(FileSynchronizer files, ShadowJob shadow, Backtests backtests) {
    this.files = files;
    this.shadow = shadow;
    this.backtests = backtests;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "1s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void keepFilesInStep() {
    files.look();
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "2s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void judgeInShadow() {
    shadow.look();
  }

  @NonBlocking
  @OwnThread
  @Scheduled(every = "1m", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void giveUpLostBacktests() {
    backtests.giveUpLost();
  }
}
