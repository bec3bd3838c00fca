package hallmonitor.moderation.drafting;

import io.quarkus.scheduler.Scheduled;
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

  @Scheduled(
      every = "1s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void keepFilesInStep() {
    files.look();
  }

  @Scheduled(
      every = "2s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void judgeInShadow() {
    shadow.look();
  }

  @Scheduled(every = "1m", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void giveUpLostBacktests() {
    backtests.giveUpLost();
  }
}
