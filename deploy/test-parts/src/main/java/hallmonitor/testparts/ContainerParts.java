package hallmonitor.testparts;

import com.github.dockerjava.api.model.PortBinding;
import hallmonitor.embedded.BrokerSettings;
import hallmonitor.embedded.CannotStart;
import hallmonitor.embedded.DatabasePasswords;
import hallmonitor.embedded.DatabaseRoles;
import hallmonitor.embedded.EmbeddedDatabase;
import hallmonitor.embedded.PipelineTopics;
import hallmonitor.embedded.PostgresSettings;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A broker and a database in containers, with the settings of {@link EmbeddedParts}. Testcontainers
 * removes them when the JVM exits; {@link AbandonedContainers} removes those of a killed one.
 */
final class ContainerParts {
  private static final int POSTGRES_PORT = 5432;
  private static final int KAFKA_PORT = 9092;

  private ContainerParts() {}

  /**
   * @throws CannotStart if an image is not available or a container does not start
   */
  static Parts start(ContainerImages images) {
    AbandonedContainers.remove(DockerClientFactory.lazyClient());
    DatabasePasswords passwords = DatabasePasswords.random();
    PostgreSQLContainer database = ours(database(images, passwords), POSTGRES_PORT);
    KafkaContainer broker = ours(broker(images), KAFKA_PORT);
    String server;
    try {
      Startables.deepStart(database, broker).join();
      server = database.getHost() + ":" + database.getMappedPort(POSTGRES_PORT);
      DatabaseRoles.create(server, passwords);
    } catch (CompletionException | SQLException e) {
      throw new CannotStart(
          "The containers of %s and %s do not start: %s; -Dtest.parts=embedded does without them."
              .formatted(images.postgres(), images.kafka(), innermost(e)),
          e);
    }
    PipelineTopics.createOn(broker.getBootstrapServers());
    return new Parts(
        broker.getBootstrapServers(),
        "jdbc:postgresql://" + server + "/" + EmbeddedDatabase.DATABASE,
        passwords);
  }

  private static PostgreSQLContainer database(ContainerImages images, DatabasePasswords passwords) {
    return new PostgreSQLContainer(
            DockerImageName.parse(images.postgres()).asCompatibleSubstituteFor("postgres"))
        .withDatabaseName("postgres")
        .withUsername("postgres")
        .withPassword(passwords.superuser())
        .withEnv("POSTGRES_INITDB_ARGS", String.join(" ", PostgresSettings.INITIAL))
        .withCommand(
            Stream.of(
                    Stream.of("postgres"),
                    PostgresSettings.inContainer().stream(),
                    // The last one wins. No test cuts the power.
                    Stream.of("-c", "fsync=off"))
                .flatMap(part -> part)
                .toArray(String[]::new))
        // The server that initializes the files listens on no port.
        .waitingFor(Wait.forSuccessfulCommand("pg_isready -h 127.0.0.1 -U postgres"));
  }

  private static KafkaContainer broker(ContainerImages images) {
    KafkaContainer broker =
        new KafkaContainer(
                DockerImageName.parse(images.kafka()).asCompatibleSubstituteFor("apache/kafka"))
            .withEnv("KAFKA_HEAP_OPTS", "-Xms64m -Xmx256m");
    BrokerSettings.ofOneSmallNode()
        .forEach((name, value) -> broker.withEnv(environmentName(name), value));
    return broker;
  }

  /** Settings in the form that the image apache/kafka expects. */
  private static String environmentName(String setting) {
    return "KAFKA_" + setting.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** Marked as this JVM's, and reachable only from this machine if the containers run on it. */
  private static <C extends GenericContainer<C>> C ours(C container, int port) {
    container.withLabel(ContainerOwner.LABEL, ContainerOwner.thisProcess().label());
    if (DockerClientFactory.instance().dockerHostIpAddress().equals("localhost")) {
      container.withCreateContainerCmdModifier(
          command ->
              command.getHostConfig().withPortBindings(PortBinding.parse("127.0.0.1::" + port)));
    }
    return container;
  }

  private static @Nullable String innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }
}
