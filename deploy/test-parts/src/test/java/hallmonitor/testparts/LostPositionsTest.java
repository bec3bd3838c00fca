package hallmonitor.testparts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.ReadPositions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The broker forgets how far a reader came, or loses the topic, on the real parts. */
class LostPositionsTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Map<String, Object> broker =
      Map.of("bootstrap.servers", Parts.shared().bootstrapServers());
  private final Jdbi database = Jdbi.create(Parts.shared().dataSource(DatabaseRole.INGEST));
  private final Producer<byte[], byte[]> producer = KafkaClients.producer(broker);
  private final Admin admin = Admin.create(broker);
  private final String topic = "positions-test-" + UUID.randomUUID();
  private final String group = "readers-" + UUID.randomUUID();
  private final List<String> read = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() throws Exception {
    database.useHandle(
        h ->
            h.execute(
                """
                create table if not exists read_position (
                  reader text, topic text, partition integer, topic_id text not null,
                  next bigint not null, at timestamptz not null default now(),
                  primary key (reader, topic, partition))\
                """));
    makeTopic();
  }

  @AfterEach
  void stop() {
    producer.close();
    admin.close();
    database.useHandle(h -> h.execute("drop table read_position"));
  }

  private void makeTopic() throws Exception {
    admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
  }

  private void send(String... events) throws Exception {
    for (String event : events) {
      producer.send(new ProducerRecord<>(topic, event.getBytes(UTF_8))).get();
    }
  }

  private BatchReader reader(ReadPositions positions) {
    return new BatchReader(
            "positions",
            KafkaClients.consumer(broker, group, 100),
            List.of(topic),
            batch -> batch.forEach(record -> read.add(new String(record.value(), UTF_8))),
            (record, why) -> {},
            () -> true)
        .remembering(positions)
        .start();
  }

  private ReadPositions positions() {
    return new ReadPositions(database, broker);
  }

  /** Reads until these were read, and noted. */
  private void readAndNote(String... events) {
    try (BatchReader reader = reader(positions())) {
      await().atMost(SOON).untilAsserted(() -> assertThat(read).containsExactly(events));
      await().atMost(SOON).until(() -> noted() == events.length);
      assertThat(reader.fault()).isEmpty();
    }
    read.clear();
  }

  private long noted() {
    return database.withHandle(
        h ->
            h.createQuery("select coalesce(max(next), 0) from read_position where reader = :group")
                .bind("group", group)
                .mapTo(Long.class)
                .one());
  }

  private void forgetTheGroup() {
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(
            () -> {
              admin.deleteConsumerGroups(Set.of(group)).all().get();
              return true;
            });
  }

  @Test
  void whatWasReadIsNotReadAgainWhenTheBrokerForgetsIt() throws Exception {
    send("1", "2", "3");
    readAndNote("1", "2", "3");
    forgetTheGroup();
    send("4");

    ReadPositions positions = positions();
    try (BatchReader reader = reader(positions)) {
      await().atMost(SOON).untilAsserted(() -> assertThat(read).containsExactly("4"));
      assertThat(positions.alarm()).hasValueSatisfying(is("forgot how far it was read"));
      assertThat(reader.fault()).isEmpty();
    }
  }

  @Test
  void aTopicThatWasMadeAnewIsReadFromItsBeginningThoughItHasMoreThanWasRead() throws Exception {
    send("1", "2", "3");
    readAndNote("1", "2", "3");
    admin.deleteTopics(List.of(topic)).all().get();
    await().atMost(SOON).until(() -> !admin.listTopics().names().get().contains(topic));
    makeTopic();
    // As if the broker had kept the position, which another broker's files would bring along.
    forgetTheGroup();
    admin
        .alterConsumerGroupOffsets(
            group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(3)))
        .all()
        .get();
    send(IntStream.range(10, 20).mapToObj(String::valueOf).toArray(String[]::new));

    ReadPositions positions = positions();
    try (BatchReader reader = reader(positions)) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(read)
                      .containsExactlyElementsOf(
                          IntStream.range(10, 20).mapToObj(String::valueOf).toList()));
      assertThat(positions.alarm()).hasValueSatisfying(is("was created again"));
      await().atMost(SOON).until(() -> noted() == 10);
      assertThat(reader.fault()).isEmpty();
    }
    read.clear();
    ReadPositions later = positions();
    try (BatchReader reader = reader(later)) {
      send("20");
      await().atMost(SOON).untilAsserted(() -> assertThat(read).containsExactly("20"));
      assertThat(later.alarm()).isEmpty();
      assertThat(reader.fault()).isEmpty();
    }
  }

  @Test
  void anOrdinaryRestartGoesOnAndSaysNothing() throws Exception {
    send("1", "2");
    readAndNote("1", "2");
    send("3");

    ReadPositions positions = positions();
    try (BatchReader reader = reader(positions)) {
      await().atMost(SOON).untilAsserted(() -> assertThat(read).containsExactly("3"));
      assertThat(positions.alarm()).isEmpty();
      assertThat(reader.fault()).isEmpty();
    }
  }

  private static java.util.function.Consumer<String> is(String words) {
    return sentence -> assertThat(sentence).contains(words);
  }
}
