package hallmonitor.moderation.pipeline.wiring;

import hallmonitor.moderation.finding.ModelDetector;
import hallmonitor.moderation.finding.standard.StandardDetectors;
import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.pipeline.rules.KeptRefusals;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.SecondStageRunner;
import hallmonitor.moderation.store.release.MediaReleaseList;
import hallmonitor.settings.yaml.InvalidFileException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Wires the rules for judging comments. */
@ApplicationScoped
public class RuleWiring {
  /** Stops the start on a wrong file: every mistake on its own line, and no stack trace. */
  @Produces
  @Singleton
  LiveRules rules(
      @ConfigProperty(name = "hallmonitor.config-dir") Path folder,
      @ConfigProperty(name = "hallmonitor.secrets-dir") Path secrets,
      MediaReleaseList mediaRelease,
      SecondStageRunner secondStage) {
    // Loaded once, because a change of the files affects only names and words.
    ModelDetector model = secondStage.after(StandardDetectors.model());
    try {
      return LiveRules.read(
          folder,
          secrets,
          new KeptRefusals(mediaRelease),
          (names, words) -> StandardDetectors.of(names, words, model),
          StandardDetectors.version(secondStage.files()));
    } catch (InvalidFileException e) {
      throw new ConfigurationException(e.getMessage());
    }
  }

  @Produces
  @Singleton
  DecisionSettings decisions(@ConfigProperty(name = "hallmonitor.config-dir") Path folder) {
    try {
      return DecisionSettings.read(folder);
    } catch (InvalidFileException e) {
      throw new ConfigurationException(e.getMessage());
    }
  }

  @Produces
  @Singleton
  SecondStageRunner secondStage(JudgingConfig config, PipelineMetrics metrics) {
    return SecondStageRunner.start(
        config.secondStage(), config.timeLimit().dividedBy(4), config.modelRest(), metrics);
  }

  /** Runs before other parts start, so that a wrong file is the only thing reported. */
  void readFilesFirst(
      @Observes @Priority(1) StartupEvent event, LiveRules rules, DecisionSettings decisions) {
    rules.refresh();
    decisions.refresh();
  }
}
