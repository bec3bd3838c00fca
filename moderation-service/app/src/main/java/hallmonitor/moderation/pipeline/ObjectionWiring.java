package hallmonitor.moderation.pipeline;

import hallmonitor.messaging.OutboxRelay;
import hallmonitor.moderation.store.objections.AppealDesk;
import hallmonitor.moderation.store.objections.AppealReferences;
import hallmonitor.moderation.store.objections.BlockDesk;
import hallmonitor.moderation.store.orders.ReplyDesk;
import hallmonitor.settings.yaml.InvalidFileException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Puts appeals, blocks and replies together, and goes their rounds. */
@ApplicationScoped
public class ObjectionWiring {
  private static final System.Logger LOG = System.getLogger(ObjectionWiring.class.getName());

  @Produces
  @Singleton
  ObjectionRules objectionRules(@ConfigProperty(name = "hallmonitor.config-dir") Path folder) {
    try {
      return new ObjectionRules(folder);
    } catch (InvalidFileException e) {
      throw new ConfigurationException(e.getMessage());
    }
  }

  @Produces
  @Singleton
  AppealReferences references() {
    return new AppealReferences(new SecureRandom()::nextLong);
  }

  @Produces
  @Singleton
  BlockDesk blocks(Jdbi jdbi, AppealReferences references, OutboxRelay relay) {
    return new BlockDesk(jdbi, references, relay::wake);
  }

  @Produces
  @Singleton
  AppealDesk appeals(Jdbi jdbi, BlockDesk blocks, AppealReferences references, OutboxRelay relay) {
    return new AppealDesk(jdbi, blocks, references, relay::wake);
  }

  @Produces
  @Singleton
  ReplyDesk replies(Jdbi jdbi, OutboxRelay relay) {
    return new ReplyDesk(jdbi, relay::wake);
  }

  @Produces
  @Singleton
  BlockExpiryJob blockRound(BlockDesk blocks) {
    return new BlockExpiryJob(blocks);
  }

  /** Goes the rounds once the service has started. */
  @ApplicationScoped
  public static class Round {
    private final ObjectionRules rules;
    private final BlockExpiryJob blocks;

    Round(ObjectionRules rules, BlockExpiryJob blocks) {
      this.rules = rules;
      this.blocks = blocks;
    }

    @Scheduled(every = "1s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void lookAtFile() {
      rules.refresh();
    }

    /** Skipped while one runs: the next is seconds away. */
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

  /** Before anybody else starts anything, so that a wrong file is all that is reported. */
  void readFileFirst(@Observes @Priority(2) StartupEvent event, ObjectionRules rules) {
    rules.refresh();
  }
}
