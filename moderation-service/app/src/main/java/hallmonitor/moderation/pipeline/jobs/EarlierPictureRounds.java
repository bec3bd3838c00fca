package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.pipeline.pictures.EarlierPictureSearch;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Looks for pictures that people just listed in comments from before. */
@ApplicationScoped
public class EarlierPictureRounds {
  /** A stop of the service waits for at most so many steps; 20,000 pictures are compared in one. */
  private static final int IN_A_ROUND = 40;

  private final EarlierPictureSearch search;

  EarlierPictureRounds(EarlierPictureSearch search) {
    this.search = search;
  }

  /** Skipped while one runs. */
  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void lookInEarlierComments() throws SQLException {
    for (int i = 0; i < IN_A_ROUND && search.step(); i++) {
      // Each step is a transaction of its own.
    }
  }
}
