package hallmonitor.moderation.pipeline;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/**
 * What is looked at again and again: the files for changes, the database for what waits. Not before
 * the service has started: a wrong file is for the start to report.
 */
@ApplicationScoped
public class Rounds {
  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

  private final Rules rules;
  private final Standing standing;
  private final HeldRound held;
  private volatile boolean failing;

  Rounds(Rules rules, Standing standing, HeldRound held) {
    this.held = held;
    this.rules = rules;
    this.standing = standing;
  }

  @Scheduled(every = "1s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void lookAtFiles() {
    rules.refresh();
  }

  /** Skipped while one runs: the next is a second away. */
  @Scheduled(
      every = "1s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void releaseWhatWaitedTooLong() {
    try {
      held.release();
      failing = false;
    } catch (SQLException | RuntimeException e) {
      if (!failing) {
        LOG.log(System.Logger.Level.WARNING, "held hides cannot be released; trying on", e);
      }
      failing = true;
    }
  }

  @Scheduled(every = "5s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void countWhatWaits() {
    standing.refresh();
  }
}
