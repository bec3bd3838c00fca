package hallmonitor.moderation.pipeline.wiring;

import hallmonitor.messaging.OutboxRelay;
import hallmonitor.moderation.pipeline.jobs.BlockExpiryJob;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import hallmonitor.moderation.store.objections.AppealDesk;
import hallmonitor.moderation.store.objections.AppealReferences;
import hallmonitor.moderation.store.objections.BlockDesk;
import hallmonitor.moderation.store.objections.HandBlockAppeals;
import hallmonitor.moderation.store.objections.HandBlocks;
import hallmonitor.moderation.store.orders.ReplyDesk;
import hallmonitor.settings.yaml.InvalidFileException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Wires appeals, blocks and replies. */
@ApplicationScoped
public class ObjectionWiring {
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
  HandBlocks handBlocks(Jdbi jdbi, AppealReferences references, OutboxRelay relay) {
    return new HandBlocks(jdbi, references, relay::wake);
  }

  @Produces
  @Singleton
  HandBlockAppeals handBlockAppeals(Jdbi jdbi, OutboxRelay relay) {
    return new HandBlockAppeals(jdbi, relay::wake);
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
  BlockExpiryJob blockExpiry(BlockDesk blocks) {
    return new BlockExpiryJob(blocks);
  }

  /** Runs before other parts start, so that a wrong file is the only thing reported. */
  void readFileFirst(@Observes @Priority(2) StartupEvent event, ObjectionRules rules) {
    rules.refresh();
  }
}
