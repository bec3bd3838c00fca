package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.pipeline.pictures.PostPictureKeeping;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the pictures of posts that were just read. */
@ApplicationScoped
public class PostPictureRounds {
  /** A stop of the service waits for at most so many fetches. */
  private static final int IN_A_ROUND = 10;

  private final PostPictureKeeping keeping;

  PostPictureRounds(PostPictureKeeping keeping) {
    this.keeping = keeping;
  }

  /** Skipped while one runs. */
  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void keepPictures() {
    for (int i = 0; i < IN_A_ROUND && keeping.keepNext(); i++) {
      // Each is kept in a transaction of its own.
    }
  }
}
