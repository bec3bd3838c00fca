package hallmonitor.moderation.drafting;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** What is looked at again and again for the documents. A round that fails is tried again. */
@ApplicationScoped
public class DraftingRounds {
  private final FilesInForce files;
  private final ShadowRound shadow;
  private final Backtests backtests;

  DraftingRounds(FilesInForce files, ShadowRound shadow, Backtests backtests) {
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
