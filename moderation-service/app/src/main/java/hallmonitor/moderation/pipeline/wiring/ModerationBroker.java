package hallmonitor.moderation.pipeline.wiring;

import hallmonitor.messaging.broker.BrokerConnection;
import hallmonitor.messaging.broker.BrokerUser;
import hallmonitor.settings.secret.NamedSecrets;
import io.quarkus.arc.Unremovable;
import io.quarkus.kafka.client.runtime.KafkaRuntimeConfigProducer;
import io.quarkus.runtime.ApplicationConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The connection of every Kafka client in this service, those of Quarkus included. */
@ApplicationScoped
public class ModerationBroker {
  /** A broker that is refused ends the start before rounds begin and fail in the log. */
  void checkFirst(
      @Observes @Priority(1) StartupEvent event,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {}

  /**
   * Takes the place of Quarkus's own, which reads the same settings and no passwords.
   *
   * @throws ConfigurationException with a message for the operator; its type suppresses the stack
   *     trace
   */
  @Produces
  @Singleton
  @Unremovable
  @Identifier("default-kafka-broker")
  Map<String, Object> connection(
      Config config,
      ApplicationConfig application,
      @ConfigProperty(name = "hallmonitor.secrets-dir") Path secrets) {
    try {
      return BrokerConnection.of(
          new KafkaRuntimeConfigProducer().createKafkaRuntimeConfig(config, application),
          BrokerUser.MODERATION,
          NamedSecrets.in(secrets, System::getenv)::find);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("The moderation service does not start.\n" + e.getMessage());
    }
  }
}
