package hallmonitor.testparts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.Topic;
import hallmonitor.embedded.DatabaseRole;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.DeadLetters;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.Outbox;
import hallmonitor.messaging.OutboxRelay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plumbing of the contracts on the real broker and the real database. */
class OutboxOnRealPartsTest {
  /** Ends a wait that will not end well; a busy machine starts a broker slowly. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Map<String, Object> broker =
      Map.of("bootstrap.servers", Parts.shared().bootstrapServers());
  private final Jdbi database = Jdbi.create(Parts.shared().dataSource(DatabaseRole.NOTIFIER));
  private final Producer<byte[], byte[]> producer = KafkaClients.producer(broker);
  private final String topic = "outbox-test-" + UUID.randomUUID();
  private final List<String> read = new CopyOnWriteArrayList<>();
  private BatchReader reader;

  @BeforeEach
  void start() throws Exception {
    try (Admin admin = Admin.create(broker)) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
    database.useHandle(
        h ->
            h.execute(
                """
                create table if not exists outbox (
                  id bigint generated always as identity primary key, topic text not null,
                  key text not null, payload bytea not null, traceparent text,
                  created_at timestamptz not null default now());
                create table if not exists outbox_published (
                  id bigint primary key, topic text not null, key text not null,
                  payload bytea not null, traceparent text,
                  published_at timestamptz not null default now())\
                """));
    reader = reader(UUID.randomUUID().toString());
  }

  @AfterEach
  void stop() {
    reader.close();
    producer.close();
    database.useHandle(h -> h.execute("drop table outbox, outbox_published"));
  }

  @Test
  void whatWasCommittedIsPublishedInOrderByTwoRelaysAsByOne() {
    try (OutboxRelay one = new OutboxRelay("one", database, producer).start();
        OutboxRelay two = new OutboxRelay("two", database, producer).start()) {
      for (int i = 0; i < 300; i++) {
        int n = i;
        database.useTransaction(h -> Outbox.add(h, topic(), "same key", n));
        (i % 2 == 0 ? one : two).wake();
      }
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(read)
                      .isEqualTo(IntStream.range(0, 300).mapToObj(String::valueOf).toList()));
    }
  }

  @Test
  void eventsThatAreTooLargeStayAndHoldUpNoOther() {
    int large = 5; // more bytes than a batch may have
    database.useTransaction(
        h -> {
          for (int i = 0; i < large; i++) {
            Outbox.add(h, topic(), "k", "x".repeat(KafkaClients.LARGEST_EVENT));
          }
          Outbox.add(h, topic(), "k", "y".repeat(3 << 20));
          Outbox.add(h, topic(), "k", "after it");
        });
    try (OutboxRelay relay = new OutboxRelay("relay", database, producer).start()) {
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(read).hasSize(2).endsWith("\"after it\""));
      await()
          .untilAsserted(() -> assertThat(relay.fault().orElse("")).contains("message.max.bytes"));
    }
    Integer left =
        database.withHandle(
            h -> h.select("select count(*) from outbox").mapTo(Integer.class).one());
    assertThat(left).isEqualTo(large);
  }

  @Test
  void whatWasPublishedToATopicIsKeptForADayIfTheRelayKeepsThatTopic() throws Exception {
    database.useTransaction(
        h -> {
          h.execute(
              "insert into outbox_published values (-1, 't', 'k', '', null, now() - interval '25 hours')");
          Outbox.add(h, Topic.CASE_EVENTS.topicName(), "k", "kept");
          Outbox.add(h, topic(), "k", "not kept");
        });
    try (Admin admin = Admin.create(broker)) {
      if (!admin.listTopics().names().get().contains(Topic.CASE_EVENTS.topicName())) {
        admin
            .createTopics(List.of(new NewTopic(Topic.CASE_EVENTS.topicName(), 1, (short) 1)))
            .all()
            .get();
      }
    }
    try (OutboxRelay relay =
        new OutboxRelay("relay", database, producer).keeping(Topic.CASE_EVENTS).start()) {
      await().atMost(SOON).untilAsserted(() -> assertThat(read).containsExactly("\"not kept\""));
      await().atMost(SOON).untilAsserted(() -> assertThat(kept()).containsExactly("\"kept\""));
    }
  }

  @Test
  void whatWasRolledBackIsNeverPublished() {
    try (OutboxRelay relay = new OutboxRelay("relay", database, producer).start()) {
      assertThatThrownBy(
              () ->
                  database.useTransaction(
                      h -> {
                        Outbox.add(h, topic(), "k", "rolled back");
                        throw new IllegalStateException("after all not");
                      }))
          .hasMessage("after all not");
      database.useTransaction(h -> Outbox.add(h, topic(), "k", "committed"));
      relay.wake();
      await().atMost(SOON).untilAsserted(() -> assertThat(read).containsExactly("\"committed\""));
    }
  }

  @Test
  void aReaderThatTakesOverGoesOnWhereTheOtherHadCommitted() {
    String group = UUID.randomUUID().toString();
    BatchReader first = reader(group);
    producer.send(new ProducerRecord<>(topic(), "a".getBytes(UTF_8)));
    untilBothRead("a");
    first.close();
    read.clear();

    producer.send(new ProducerRecord<>(topic(), "b".getBytes(UTF_8)));
    try (BatchReader second = reader(group)) {
      untilBothRead("b");
      assertThat(read).doesNotContain("a");
      assertThat(second.fault()).isEmpty();
    }
  }

  /** The reader of every test, and the one of the group that is tested. */
  private void untilBothRead(String value) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(read.stream().filter(value::equals).count()).isEqualTo(2));
  }

  private List<String> kept() {
    return database.withHandle(
        h ->
            h.select("select convert_from(payload, 'UTF8') from outbox_published")
                .mapTo(String.class)
                .list());
  }

  private String topic() {
    return topic;
  }

  private BatchReader reader(String group) {
    return new BatchReader(
            "reader " + group,
            KafkaClients.consumer(broker, group, 500),
            List.of(topic()),
            batch -> batch.forEach(r -> read.add(new String(r.value(), UTF_8))),
            new DeadLetters(producer, group),
            () -> true)
        .start();
  }
}
