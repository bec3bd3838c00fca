package hallmonitor.moderation.drafting;

import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Wires this part. */
@ApplicationScoped
public class DraftingWiring {
  @Produces
  @Singleton
  DocumentFiles documents(
      @ConfigProperty(name = "hallmonitor.config-dir") Path folder,
      LiveRules rules,
      DecisionSettings decisions,
      ObjectionRules objections) {
    return new DocumentFiles(
        folder,
        rules,
        Map.of(Document.DECISIONS, decisions.file(), Document.REPLIES, objections.file()));
  }

  /** Runs before other parts start, so that a wrong file is the only thing reported. */
  void readFilesFirst(@Observes @Priority(2) StartupEvent event, DocumentFiles documents) {
    documents.refresh();
  }

  @Produces
  @Singleton
  FileSynchronizer files(
      Jdbi jdbi,
      DocumentFiles documents,
      @ConfigProperty(name = "hallmonitor.config-dir") Path folder,
      DocumentsConfig config) {
    return new FileSynchronizer(jdbi, documents, new ConfigFolder(folder), config.publish());
  }

  @Produces
  @Singleton
  Drafts drafts(Jdbi jdbi, DocumentFiles documents, FileSynchronizer files) {
    return new Drafts(jdbi, documents, files);
  }

  @Produces
  @Singleton
  ShadowRuns shadows(Jdbi jdbi, Drafts drafts) {
    return new ShadowRuns(jdbi, drafts);
  }

  @Produces
  @Singleton
  ShadowJob shadowRound(Jdbi jdbi, LiveRules rules) {
    return new ShadowJob(jdbi, rules);
  }

  @Produces
  @Singleton
  Backtests backtests(Jdbi jdbi, LiveRules rules, Drafts drafts) {
    return new Backtests(jdbi, rules, drafts);
  }

  void stop(@Disposes Backtests backtests) {
    backtests.close();
  }
}
