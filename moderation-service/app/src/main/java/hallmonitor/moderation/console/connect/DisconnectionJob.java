package hallmonitor.moderation.console.connect;

import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.connect.Disconnections;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Removes the passwords of disconnected accounts once the district's file no longer has them. */
@ApplicationScoped
public class DisconnectionJob {
  private final Disconnections disconnections;
  private final LiveRules rules;

  DisconnectionJob(Disconnections disconnections, LiveRules rules) {
    this.disconnections = disconnections;
    this.rules = rules;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void carryOut() {
    disconnections.carryOut(rules.district().current().value(), Instant.now());
  }
}
