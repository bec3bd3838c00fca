package hallmonitor.moderation.pipeline.jobs;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for pictures to be read, after the start of the service. */
@ApplicationScoped
public class PictureRounds {
  private final PictureReadingJob job;

  PictureRounds(PictureReadingJob job) {
    this.job = job;
  }

  /** Skipped while one runs, because the next one is a second away. */
  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "1s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void readPictures() {
    job.round();
  }
}
