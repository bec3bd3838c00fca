package hallmonitor.moderation.pipeline.wiring;

import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.pipeline.opinion.PolicyReader;
import hallmonitor.moderation.pipeline.opinion.ReaderSettings;
import hallmonitor.moderation.pipeline.opinion.ThirdOpinion;
import hallmonitor.settings.secret.NamedSecrets;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Wires the policy reader. */
@ApplicationScoped
public class OpinionWiring {
  private static final System.Logger LOG = System.getLogger(OpinionWiring.class.getName());

  /** Stops the start on a wrong setting: every mistake on its own line, and no stack trace. */
  @Produces
  @Singleton
  ThirdOpinion thirdOpinion(
      PolicyReaderConfig config,
      @ConfigProperty(name = "hallmonitor.secrets-dir") Path secrets,
      PipelineMetrics metrics) {
    try {
      return PolicyReader.start(
          new ReaderSettings.Written(
              config.url(),
              config.model(),
              NamedSecrets.in(secrets, System::getenv).find("policy-reader-key"),
              config.reasoningEffort(),
              config.sendCommentsTo(),
              config.below(),
              config.above(),
              config.timeLimit(),
              config.atOnce()),
          metrics);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(e.getMessage());
    }
  }

  /** Runs before other parts start, so that a wrong setting is the only thing reported. */
  void checkFirst(@Observes @Priority(3) StartupEvent event, ThirdOpinion opinion) {
    LOG.log(System.Logger.Level.DEBUG, "policy reader: {0}", opinion.state());
  }
}
