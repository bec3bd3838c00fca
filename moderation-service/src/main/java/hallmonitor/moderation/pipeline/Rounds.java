package hallmonitor.moderation.pipeline;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** What is looked at again and again: the files for changes, the database for what waits. */
@ApplicationScoped
public class Rounds {
  private final Rules rules;
  private final Standing standing;

  Rounds(Rules rules, Standing standing) {
    this.rules = rules;
    this.standing = standing;
  }

  @Scheduled(every = "1s")
  void lookAtFiles() {
    rules.refresh();
  }

  @Scheduled(every = "5s")
  void countWhatWaits() {
    standing.refresh();
  }
}
