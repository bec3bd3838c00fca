package hallmonitor.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka broker that is its own controller (KRaft), in this JVM, reachable only on 127.0.0.1,
 * with its log on disk: acknowledged records survive the process. The same log can be started with
 * or without passwords.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts a broker that asks nobody for a password. */
  public static EmbeddedKafka start(Path directory, int port, int controllerPort) {
    return start(directory, port, controllerPort, BrokerAccess.open());
  }

  /**
   * Starts on the log in {@code directory}, which is created and formatted if it is new.
   *
   * @throws RuntimeException if the log cannot be used or a port is taken
   */
  public static EmbeddedKafka start(
      Path directory, int port, int controllerPort, BrokerAccess access) {
    return start(directory, port, controllerPort, access, Map.of());
  }

  /**
   * Starts a broker that a test's proxy stands before.
   *
   * @param told the proxy's port, which the broker tells its clients
   */
  public static EmbeddedKafka startBehind(
      int told, Path directory, int port, int controllerPort, BrokerAccess access) {
    Map<String, Object> more = Map.of("advertised.listeners", "SERVICES://127.0.0.1:" + told);
    return start(directory, port, controllerPort, access, more);
  }

  /**
   * Starts a broker for a test of other listeners.
   *
   * @param more settings that win over all others, by their names in Kafka's manual
   */
  public static EmbeddedKafka start(
      Path directory, int port, int controllerPort, BrokerAccess access, Map<String, Object> more) {
    format(directory, 1, Uuid.randomUuid().toString());
    Properties settings = settings(directory, port, controllerPort, access);
    settings.putAll(more);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      throw e;
    }
    return new EmbeddedKafka(server, port);
  }

  /** Returns host and port for clients. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Writes everything out and waits until the broker has ended. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /**
   * Makes a log ready that is new.
   *
   * @param node the broker's number
   * @param cluster what all brokers of a cluster have in common
   */
  public static void format(Path directory, int node, String cluster) {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(directory);
      Formatter formatter = new Formatter();
      formatter.setClusterId(cluster);
      formatter.setNodeId(node);
      formatter.setReleaseVersion(MetadataVersion.LATEST_PRODUCTION);
      formatter.setIgnoreFormatted(true);
      formatter.setControllerListenerName("CONTROLLER");
      formatter.setMetadataLogDirectory(directory.toString());
      formatter.setDirectories(List.of(directory.toString()));
      formatter.setPrintStream(new PrintStream(OutputStream.nullOutputStream()));
      formatter.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("the Kafka log in " + directory + " cannot be made ready", e);
    }
  }

  private static Properties settings(
      Path directory, int port, int controllerPort, BrokerAccess access) {
    Properties settings = new Properties();
    settings.putAll(node(directory, port, controllerPort));
    settings.putAll(BrokerSettings.ofOneSmallNode());
    settings.putAll(access.settings());
    return settings;
  }

  private static Map<String, String> node(Path directory, int port, int controllerPort) {
    String clients = "SERVICES://127.0.0.1:" + port;
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        "1",
        "controller.quorum.voters",
        "1@127.0.0.1:" + controllerPort,
        "listeners",
        clients + ",CONTROLLER://127.0.0.1:" + controllerPort,
        "advertised.listeners",
        clients,
        "controller.listener.names",
        "CONTROLLER",
        "inter.broker.listener.name",
        "SERVICES",
        "log.dirs",
        directory.toString());
  }
}
