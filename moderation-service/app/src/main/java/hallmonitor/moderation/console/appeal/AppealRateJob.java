package hallmonitor.moderation.console.appeal;

import hallmonitor.moderation.pipeline.jobs.OwnThread;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes what the limits of the public forms count no longer, so that no request waits for it. */
@ApplicationScoped
public class AppealRateJob {
  private static final System.Logger LOG = System.getLogger(AppealRateJob.class.getName());

  private final AppealRateLimit tries;

  AppealRateJob(AppealRateLimit tries) {
    this.tries = tries;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void round() {
    try {
      tries.forget();
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "old requests at the public forms are not deleted ({0}); trying on",
          e.getClass().getName());
    }
  }
}
