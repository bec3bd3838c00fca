package hallmonitor.moderation.pipeline;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What is looked at again and again: the files for changes, the database for what waits. Not before
 * the service has started: a wrong file is for the start to report.
 */
@ApplicationScoped
public class Rounds {
  private final Rules rules;
  private final Standing standing;

  Rounds(Rules rules, Standing standing) {
    this.rules = rules;
    this.standing = standing;
  }

  @Scheduled(every = "1s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void lookAtFiles() {
    rules.refresh();
  }

  @Scheduled(every = "5s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void countWhatWaits() {
    standing.refresh();
  }
}
