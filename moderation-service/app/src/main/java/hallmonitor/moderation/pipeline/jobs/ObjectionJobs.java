package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;

/** Periodic jobs for appeals and blocks, after the start of the service. */
@ApplicationScoped
public class ObjectionJobs {
  private static final System.Logger LOG = System.getLogger(ObjectionJobs.class.getName());

  private final ObjectionRules rules;
  private final BlockExpiryJob blocks;

  ObjectionJobs(ObjectionRules rules, BlockExpiryJob blocks) {
    this.rules = rules;
    this.blocks = blocks;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(every = "1s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void lookAtFile() {
    rules.refresh();
  }

  /** Skipped while one runs, because the next one is seconds away. */
  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void endBlocks() {
    try {
      blocks.end();
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "blocks that are over cannot be looked for ({0}); trying on",
          e.getClass().getName());
    }
  }
}
