package hallmonitor.embedded;

import hallmonitor.messaging.KafkaClients;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka broker that is its own controller (KRaft), in this JVM, reachable on 127.0.0.1 only,
 * its log on disk: what was acknowledged survives the process.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private static final long TOPIC_SECONDS = 60;

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts on the log in {@code directory}, which is created and formatted when it is new.
   *
   * @throws RuntimeException when the log cannot be used or a port is taken
   */
  public static EmbeddedKafka start(Path directory, int port, int controllerPort) {
    format(directory);
    KafkaRaftServer server =
        new KafkaRaftServer(
            new KafkaConfig(settings(directory, port, controllerPort)), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      throw e;
    }
    return new EmbeddedKafka(server, port);
  }

  /** Host and port for clients. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /**
   * Creates those that do not exist; the others stay as they are.
   *
   * @throws IllegalStateException when the broker does not create them within a minute
   */
  public void createTopics(Collection<NewTopic> topics) {
    try (Admin admin =
        Admin.create(
            Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
      Set<String> existing = admin.listTopics().names().get(TOPIC_SECONDS, TimeUnit.SECONDS);
      List<NewTopic> missing =
          topics.stream().filter(topic -> !existing.contains(topic.name())).toList();
      admin.createTopics(missing).all().get(TOPIC_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating the Kafka topics", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the Kafka topics could not be created", e);
    }
  }

  /** Writes everything out and waits until the broker has ended. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path directory) {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(directory);
      Formatter formatter = new Formatter();
      formatter.setClusterId(Uuid.randomUuid().toString());
      formatter.setNodeId(1);
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

  private static Properties settings(Path directory, int port, int controllerPort) {
    Properties settings = new Properties();
    settings.putAll(node(directory, port, controllerPort));
    settings.putAll(ONE_NODE);
    settings.putAll(SMALL);
    return settings;
  }

  private static Map<String, String> node(Path directory, int port, int controllerPort) {
    String clients = "PLAINTEXT://127.0.0.1:" + port;
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
        "listener.security.protocol.map",
        "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
        "log.dirs",
        directory.toString());
  }

  private static final Map<String, String> ONE_NODE =
      Map.ofEntries(
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("default.replication.factor", "1"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "3"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "3"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          // After a crash the broker waits for its own old session to end: 9 s unless told
          // otherwise.
          Map.entry("broker.session.timeout.ms", "3000"),
          Map.entry("broker.heartbeat.interval.ms", "500"),
          // A producer that died in a transaction holds its readers back for this long at most.
          Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "2000"));

  private static final Map<String, String> SMALL =
      Map.of(
          "message.max.bytes",
          Integer.toString(KafkaClients.LARGEST_EVENT),
          "num.network.threads",
          "2",
          "num.io.threads",
          "4",
          "background.threads",
          "2",
          "log.cleaner.dedupe.buffer.size",
          Integer.toString(4 << 20),
          "log.cleaner.io.buffer.size",
          Integer.toString(128 << 10),
          // Whole segments are removed: small ones make the size bound of a topic mean something.
          "log.segment.bytes",
          Integer.toString(64 << 20),
          "log.index.size.max.bytes",
          Integer.toString(1 << 20),
          "log.retention.check.interval.ms",
          "60000");
}
