package hallmonitor.embedded;

import static hallmonitor.contract.event.Topic.ACTIONS;
import static hallmonitor.contract.event.Topic.COMMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.broker.BrokerRights;
import hallmonitor.messaging.broker.BrokerUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each service's user may do on a real broker, and what is refused. */
class BrokerRightsTest {
  private static final List<Logger> NOISY =
      Stream.of("org.apache.kafka", "kafka", "state").map(Logger::getLogger).toList();

  /** They complain about everything that is refused. */
  private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka.clients");

  private static final BrokerPasswords PASSWORDS = BrokerPasswords.random();
  private static final BrokerAccess ACCESS = BrokerAccess.by(PASSWORDS);
  private static final int CONTROLLER = FreePorts.one();

  /**
   * {@code ingestPublishesComments: { action: send, channel: { $ref: '#/channels/comments' } }}.
   */
  private static final Pattern OPERATION =
      Pattern.compile(
          " {2}(ingest|moderation|notifier|services)\\w+: \\{ action: (send|receive), channel: \\{ \\$ref: '#/channels/([a-z-]+)' } }");

  @TempDir static Path folder;
  private static EmbeddedKafka broker;

  @BeforeAll
  static void start() throws Exception {
    NOISY.forEach(logger -> logger.setLevel(Level.SEVERE));
    CLIENTS.setLevel(Level.OFF);
    broker = EmbeddedKafka.start(folder.resolve("kafka"), FreePorts.one(), CONTROLLER, ACCESS);
    PipelineTopics.createOn(owner());
    BrokerRules.setOn(owner());
    writeOneRecordEverywhere();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static Map<String, Object> owner() {
    return ACCESS.owner(broker.bootstrapServers());
  }

  private static Map<String, Object> as(BrokerUser user) {
    Map<String, Object> connection = new HashMap<>(ACCESS.of(user, broker.bootstrapServers()));
    connection.put("max.block.ms", 10_000);
    return connection;
  }

  /** Returns what the contracts say that a service does, by the operations of asyncapi.yaml. */
  private static Set<Topic> described(BrokerUser user, String action) throws IOException {
    return OPERATION
        .matcher(Files.readString(Path.of("../contracts/asyncapi.yaml")))
        .results()
        .filter(it -> it.group(1).equals(user.userName()) || it.group(1).equals("services"))
        .filter(it -> it.group(2).equals(action))
        .map(it -> topic("hallmonitor." + it.group(3) + ".v1"))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
  }

  private static Topic topic(String name) {
    return Stream.of(Topic.values())
        .filter(t -> t.topicName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> writable(BrokerUser user, List<String> topics) throws Exception {
    Set<String> taken = new TreeSet<>();
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(as(user))) {
      for (String topic : topics) {
        try {
          producer.send(new ProducerRecord<>(topic, new byte[] {1}, new byte[] {2})).get();
          taken.add(topic);
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(TopicAuthorizationException.class);
        }
      }
    }
    return taken;
  }

  private static Set<String> readable(BrokerUser user, List<String> topics) {
    return topics.stream()
        .filter(topic -> isReadable(user, topic))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isReadable(BrokerUser user, String topic) {
    Consumer<byte[], byte[]> consumer = KafkaClients.consumer(as(user), "nobody's", 10);
    try {
      List<TopicPartition> partition = List.of(new TopicPartition(topic, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      boolean read = false;
      while (!read) {
        read = !consumer.poll(Duration.ofSeconds(1)).isEmpty();
      }
      return true;
    } catch (TopicAuthorizationException e) {
      return false;
    } finally {
      closeAllTheSame(consumer);
    }
  }

  /** A refused consumer complains again. */
  private static void closeAllTheSame(Consumer<byte[], byte[]> consumer) {
    try {
      consumer.close();
    } catch (KafkaException e) {
      assertThat(e).hasRootCauseInstanceOf(TopicAuthorizationException.class);
    }
  }

  private static void writeOneRecordEverywhere() throws Exception {
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(owner())) {
      for (String topic : Stream.concat(topics().stream(), deadLetters().stream()).toList()) {
        producer.send(new ProducerRecord<>(topic, 0, new byte[] {1}, new byte[] {2})).get();
      }
    }
  }

  private static List<String> topics() {
    return Stream.of(Topic.values()).map(Topic::topicName).toList();
  }

  private static List<String> deadLetters() {
    return Stream.of(Topic.values()).map(Topic::deadLetters).toList();
  }

  private static Set<String> names(Set<Topic> topics) {
    return topics.stream().map(Topic::topicName).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> letters(Set<Topic> topics) {
    return topics.stream().map(Topic::deadLetters).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void ingestReadsAndWritesWhatTheContractsSay() throws Exception {
    Set<Topic> sent = described(BrokerUser.INGEST, "send");
    Set<Topic> received = described(BrokerUser.INGEST, "receive");
    // Where it stands with each account is its own affair.
    sent.add(Topic.INGEST_CHECKPOINTS);
    received.add(Topic.INGEST_CHECKPOINTS);

    assertThat(writable(BrokerUser.INGEST, topics())).isEqualTo(names(sent));
    assertThat(readable(BrokerUser.INGEST, topics())).isEqualTo(names(received));
  }

  @Test
  void theNotifierReadsAndWritesWhatTheContractsSay() throws Exception {
    assertThat(writable(BrokerUser.NOTIFIER, topics()))
        .isEqualTo(names(described(BrokerUser.NOTIFIER, "send")));
    assertThat(readable(BrokerUser.NOTIFIER, topics()))
        .isEqualTo(names(described(BrokerUser.NOTIFIER, "receive")));
  }

  @Test
  void moderationWritesBesidesWhatItHandsBackToItselfAlone() throws Exception {
    Set<Topic> received = described(BrokerUser.MODERATION, "receive");
    Set<Topic> written = described(BrokerUser.MODERATION, "send");
    written.addAll(received);

    assertThat(writable(BrokerUser.MODERATION, topics())).isEqualTo(names(written));
    assertThat(readable(BrokerUser.MODERATION, topics())).isEqualTo(names(received));
    for (Topic topic : received) {
      assertThat(topic == Topic.SERVICE_BEATS || !readByOthers(topic)).as(topic.name()).isTrue();
    }
  }

  private static boolean readByOthers(Topic topic) throws IOException {
    return described(BrokerUser.INGEST, "receive").contains(topic)
        || described(BrokerUser.NOTIFIER, "receive").contains(topic);
  }

  @Test
  void nobodyButModerationOrdersAnActOnAPlatform() throws Exception {
    for (BrokerUser user : BrokerUser.values()) {
      assertThat(writable(user, List.of(ACTIONS.topicName())).isEmpty())
          .as(user.name())
          .isEqualTo(user != BrokerUser.MODERATION);
    }
  }

  @Test
  void failedMessagesGoOnlyWhereAServiceReads() throws Exception {
    for (BrokerUser user : BrokerUser.values()) {
      Set<Topic> handled = described(user, "receive");
      handled.remove(Topic.SERVICE_BEATS);
      assertThat(writable(user, deadLetters())).as(user.name()).isEqualTo(letters(handled));
    }
    assertThat(readable(BrokerUser.INGEST, deadLetters())).isEmpty();
    assertThat(readable(BrokerUser.NOTIFIER, deadLetters())).isEmpty();
    assertThat(readable(BrokerUser.MODERATION, deadLetters()))
        .containsExactlyInAnyOrderElementsOf(deadLetters());
  }

  @Test
  void aServiceMovesNoOtherServicesPosition() {
    Map<TopicPartition, OffsetAndMetadata> end =
        Map.of(new TopicPartition(COMMENTS.topicName(), 0), new OffsetAndMetadata(1_000));

    for (BrokerUser user : List.of(BrokerUser.INGEST, BrokerUser.NOTIFIER)) {
      try (Admin admin = Admin.create(as(user))) {
        assertThatThrownBy(
                () -> admin.alterConsumerGroupOffsets("moderation-comments", end).all().get())
            .as(user.name())
            .hasCauseInstanceOf(AuthorizationException.class);
      }
    }
  }

  @Test
  void aServiceMakesAndDeletesNoTopicAndGivesNoRights() {
    for (BrokerUser user : BrokerUser.values()) {
      try (Admin admin = Admin.create(as(user))) {
        assertThatThrownBy(
                () -> admin.createTopics(List.of(new NewTopic("mine", 1, (short) 1))).all().get())
            .hasCauseInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> admin.deleteTopics(List.of(ACTIONS.topicName())).all().get())
            .hasCauseInstanceOf(AuthorizationException.class);
        assertThatThrownBy(
                () ->
                    admin
                        .createAcls(
                            BrokerRights.of(BrokerUser.MODERATION, "User:" + user.userName()))
                        .all()
                        .get())
            .hasCauseInstanceOf(AuthorizationException.class);
      }
    }
  }

  @Test
  void aStrangerIsRefused() {
    BrokerAccess guessed = BrokerAccess.by(BrokerPasswords.random());
    try (Admin admin = Admin.create(guessed.of(BrokerUser.MODERATION, broker.bootstrapServers()))) {
      assertThatThrownBy(() -> admin.listTopics().names().get())
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
  }

  @Test
  void theControllersPortTakesNoService() {
    Map<String, Object> connection = as(BrokerUser.MODERATION);
    connection.remove("bootstrap.servers");
    connection.put("bootstrap.controllers", "127.0.0.1:" + CONTROLLER);
    try (Admin admin = Admin.create(connection)) {
      assertThatThrownBy(() -> admin.describeMetadataQuorum().quorumInfo().get())
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
  }

  @Test
  void aLogOfABrokerWithoutPasswordsIsTakenOverWithItsTopics() throws Exception {
    Path old = folder.resolve("old");
    try (EmbeddedKafka open = EmbeddedKafka.start(old, FreePorts.one(), FreePorts.one())) {
      PipelineTopics.createOn(open.bootstrapServers());
    }
    try (EmbeddedKafka closed =
        EmbeddedKafka.start(old, FreePorts.one(), FreePorts.one(), ACCESS)) {
      BrokerRules.setOn(ACCESS.owner(closed.bootstrapServers()));
      BrokerRules.setOn(ACCESS.owner(closed.bootstrapServers()));
      try (Admin admin = Admin.create(ACCESS.of(BrokerUser.NOTIFIER, closed.bootstrapServers()))) {
        assertThat(admin.listTopics().names().get())
            .contains(Topic.ESCALATIONS.topicName())
            .doesNotContain(ACTIONS.topicName());
      }
    }
  }
}
