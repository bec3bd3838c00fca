package hallmonitor.system.faults;

import static java.util.stream.Collectors.joining;

import hallmonitor.contract.event.Topic;
import hallmonitor.contract.event.TopicPrefix;
import hallmonitor.embedded.BrokerAccess;
import hallmonitor.embedded.BrokerRules;
import hallmonitor.embedded.FreePorts;
import hallmonitor.embedded.PipelineTopics;
import hallmonitor.local.LocalParts;
import hallmonitor.local.StackParts;
import hallmonitor.local.practice.PracticeAccounts;
import hallmonitor.local.practice.PracticePage;
import hallmonitor.system.ScratchStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * Three brokers in their own processes, with the settings of {@code deploy/kubernetes}. Practice
 * pages and mailbox are those of every local run.
 */
public final class ThreeBrokers implements StackParts {
  private static final short COPIES = 3;
  private static final Path MANIFEST =
      Path.of("deploy", "kubernetes", "components", "strimzi", "kafka.yaml");
  private static final String INDENT = "      ";

  private final LocalParts others = new LocalParts();
  private final int second = FreePorts.one();
  private final int third = FreePorts.one();
  private final List<ChildJvm> brokers = new ArrayList<>();

  /**
   * Returns the hosts and ports.
   *
   * @param first the port of the one that the stack knows
   */
  public String bootstrapServers(int first) {
    return Stream.of(first, second, third).map(port -> "127.0.0.1:" + port).collect(joining(","));
  }

  @Override
  public AutoCloseable broker(Path data, int port, int controllerPort, BrokerAccess access) {
    List<Integer> ports = List.of(port, second, third);
    List<Integer> controllers = List.of(controllerPort, FreePorts.one(), FreePorts.one());
    Map<String, String> settings = new HashMap<>(ofTheManifest());
    settings.put(
        "controller.quorum.voters",
        IntStream.range(0, COPIES)
            .mapToObj(i -> (i + 1) + "@127.0.0.1:" + controllers.get(i))
            .collect(joining(",")));
    // Kafka's own, which a broker that is alone shortens.
    settings.put("broker.session.timeout.ms", "9000");
    settings.put("broker.heartbeat.interval.ms", "2000");
    String cluster = Uuid.randomUuid().toString();
    for (int i = 0; i < COPIES; i++) {
      Path folder = data.resolve("broker-" + (i + 1));
      brokers.add(
          new ChildJvm(
                  BrokerOfThree.class,
                  data.resolveSibling("logs").resolve("broker-" + (i + 1)),
                  BrokerOfThree.arguments(
                      folder, cluster, i + 1, ports.get(i), controllers.get(i), settings))
              .withSecrets(BrokerProcess.secrets(access)));
    }
    Endings endings = new Endings();
    brokers.forEach(endings::add);
    startAll();
    Map<String, Object> owner = access.owner(bootstrapServers(port));
    PipelineTopics.createOn(owner, TopicPrefix.ofProcess(), COPIES);
    BrokerRules.setOn(owner);
    return endings;
  }

  /** At once: none is ready before most of them are there. */
  private void startAll() {
    ExecutorService starts = Executors.newFixedThreadPool(COPIES);
    try {
      CompletableFuture.allOf(
              brokers.stream()
                  .map(broker -> CompletableFuture.runAsync(broker::start, starts))
                  .toArray(CompletableFuture[]::new))
          .join();
    } finally {
      starts.shutdown();
    }
  }

  /** Reads what the manifest says under {@code config}. */
  private static Map<String, String> ofTheManifest() {
    try {
      Map<String, String> settings = new HashMap<>();
      Files.readAllLines(ScratchStack.root().resolve(MANIFEST)).stream()
          .dropWhile(line -> !line.equals("    config:"))
          .skip(1)
          .takeWhile(line -> line.startsWith(INDENT))
          .map(String::strip)
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(": ", 2))
          .forEach(setting -> settings.put(setting[0], setting[1]));
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Kills the broker that takes the comments of the first partition, like {@code kill -9}.
   *
   * @param owner the connection of a user that may do everything
   * @return its number
   */
  public int killLeader(Map<String, Object> owner) throws ExecutionException, InterruptedException {
    String topic = Topic.COMMENTS.topicName();
    try (Admin admin = Admin.create(owner)) {
      int leader =
          admin
              .describeTopics(List.of(topic))
              .allTopicNames()
              .get()
              .get(topic)
              .partitions()
              .get(0)
              .leader()
              .id();
      brokers.get(leader - 1).kill();
      return leader;
    }
  }

  @Override
  public PracticePage practice(int port, Path data, PracticeAccounts accounts) throws IOException {
    return others.practice(port, data, accounts);
  }

  @Override
  public AutoCloseable mailbox(int smtpPort, int webPort, Path data) throws IOException {
    return others.mailbox(smtpPort, webPort, data);
  }
}
