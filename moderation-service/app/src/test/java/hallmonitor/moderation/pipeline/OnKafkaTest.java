package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.BlocksSeen;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.Database;
import hallmonitor.messaging.DeadLetters;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.OutboxRelay;
import hallmonitor.moderation.pipeline.opinion.ThirdOpinion;
import hallmonitor.moderation.text.language.Language;
import hallmonitor.testparts.Parts;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the pipeline behind a real broker, on its own topic. */
class OnKafkaTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Map<String, Object> kafka =
      Map.of("bootstrap.servers", Parts.shared().bootstrapServers());
  private final Stage stage = new Stage();
  private final String topic = "test-" + UUID.randomUUID();
  private final Producer<byte[], byte[]> producer = KafkaClients.producer(kafka);
  private final DeadLetterDesk desk = new DeadLetterDesk(stage.database.jdbi(), producer);
  private final Deque<AutoCloseable> open = new ArrayDeque<>(List.of(producer));

  @BeforeEach
  void createTopics() throws Exception {
    try (Admin admin = Admin.create(kafka)) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(topic, 2, (short) 1), new NewTopic(topic + ".dlq", 1, (short) 1)))
          .all()
          .get();
    }
  }

  @AfterEach
  void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  @Test
  void aPoisonRecordGoesToTheDeadLettersAndItsNeighborsAreHandled() throws Exception {
    send(aComment("1"), aComment("2"));
    sendRaw("{ this is no comment");
    send(aComment("3"));
    read("first", topic, stage.pipeline);
    read("dead", topic + ".dlq", stage.handlers.deadLetters());

    await().atMost(SOON).untilAsserted(() -> assertThat(count("comment")).isEqualTo(3));
    await().atMost(SOON).untilAsserted(() -> assertThat(count("dead_letter")).isEqualTo(1));
    assertThat(stage.database.rows("select origin, consumer, state from dead_letter"))
        .containsExactly(Map.of("origin", topic, "consumer", "first", "state", "open"));
    assertThat(stage.meters.get("hallmonitor.dead.letters").counter().count()).isEqualTo(1);
  }

  @Test
  void aForgedDeadLetterIsHandedBackOnlyToItsOwnTopic() throws Exception {
    ProducerRecord<byte[], byte[]> forged =
        new ProducerRecord<>(topic + ".dlq", "{}".getBytes(UTF_8));
    forged.headers().add("hallmonitor-origin-topic", "hallmonitor.actions.v1".getBytes(UTF_8));
    producer.send(forged).get();
    read("dead", topic + ".dlq", stage.handlers.deadLetters());

    await().atMost(SOON).untilAsserted(() -> assertThat(count("dead_letter")).isEqualTo(1));
    assertThat(stage.database.one("select origin from dead_letter", String.class)).isEqualTo(topic);
  }

  @Test
  void aReplayedDeadLetterIsHandledOnceItsCauseIsMended() throws Exception {
    AtomicBoolean mended = new AtomicBoolean();
    read(
        "first",
        topic,
        batch -> {
          if (!mended.get()) {
            throw new BatchReader.Unusable("not yet", null);
          }
          stage.pipeline.handle(batch);
        });
    read("dead", topic + ".dlq", stage.handlers.deadLetters());
    send(aComment("1").saying("you idiot"));
    await().atMost(SOON).untilAsserted(() -> assertThat(count("dead_letter")).isEqualTo(1));

    mended.set(true);
    long id = stage.database.one("select id from dead_letter", Long.class);
    desk.replay(id, "novak");

    await().atMost(SOON).untilAsserted(() -> assertThat(count("review_case")).isEqualTo(1));
    assertThat(stage.database.rows("select state, handled_by from dead_letter"))
        .containsExactly(Map.of("state", "replayed", "handled_by", "novak"));
    assertThat(stage.database.rows("select actor, act, target from audit"))
        .containsExactly(Map.of("actor", "novak", "act", "replay", "target", "dead letter " + id));
    assertThatThrownBy(() -> desk.replay(id, "novak")).isInstanceOf(DeadLetterDesk.NotOpen.class);
  }

  @Test
  void aDiscardedDeadLetterStaysDiscarded() throws Exception {
    sendRaw("nonsense");
    read("first", topic, stage.pipeline);
    read("dead", topic + ".dlq", stage.handlers.deadLetters());
    await().atMost(SOON).untilAsserted(() -> assertThat(count("dead_letter")).isEqualTo(1));
    long id = stage.database.one("select id from dead_letter", Long.class);
    desk.discard(id, "novak", "A test record.");
    assertThatThrownBy(() -> desk.replay(id, "novak")).isInstanceOf(DeadLetterDesk.NotOpen.class);
    assertThat(stage.database.one("select detail from audit", String.class))
        .isEqualTo("A test record.");
  }

  @Test
  void aWholeTopicDeliveredAgainChangesNothing() throws Exception {
    SeenComment[] comments =
        IntStream.range(0, 60)
            .mapToObj(i -> aComment("c" + i).saying(i % 3 == 0 ? "you idiot" : "Hello"))
            .toArray(SeenComment[]::new);
    send(comments);
    read("first", topic, stage.pipeline);
    await().atMost(SOON).untilAsserted(() -> assertThat(count("revision")).isEqualTo(60));
    var before = stage.everything();

    List<Integer> again = new CopyOnWriteArrayList<>();
    read(
        "second",
        topic,
        batch -> {
          stage.pipeline.handle(batch);
          again.add(batch.size());
        });
    await()
        .atMost(SOON)
        .until(() -> again.stream().mapToInt(Integer::intValue).sum() == comments.length);
    assertThat(stage.everything()).isEqualTo(before);
  }

  @Test
  void whatWasCommittedBeforeACrashIsPublishedAfterIt() throws Exception {
    stage.receive(aComment(topic).saying("I will shoot you"));
    stage.seal();
    ActionOrdered order = stage.orders().get(0);

    List<ActionOrdered> published = new CopyOnWriteArrayList<>();
    read(
        "actions-of-" + topic,
        Topic.ACTIONS.topicName(),
        batch -> batch.forEach(r -> published.add(EventJson.read(r.value(), ActionOrdered.class))));
    open.push(new OutboxRelay("relay", stage.database.jdbi(), producer).start());

    await().atMost(SOON).untilAsserted(() -> assertThat(published).contains(order));
    await().atMost(SOON).untilAsserted(() -> assertThat(count("outbox")).isZero());
  }

  @Test
  void whoIsBlockedByHandIsKeptAndADeliveryMoreChangesNothing() throws Exception {
    Author robin = new Author(Optional.of("robin"), "Robin Lee");
    Instant at = Instant.parse("2026-11-30T09:00:00Z");
    BlocksSeen seen = new BlocksSeen("ghost", "practice", List.of(robin), true, at);
    sendRaw("{ this is no list");
    for (int times = 0; times < 2; times++) {
      sendRaw(new String(EventJson.write(seen), UTF_8));
    }
    read("blocks", topic, stage.handlers.blocks());
    read("dead", topic + ".dlq", stage.handlers.deadLetters());

    await().atMost(SOON).untilAsserted(() -> assertThat(count("hand_block")).isEqualTo(1));
    await().atMost(SOON).untilAsserted(() -> assertThat(count("dead_letter")).isEqualTo(1));
    assertThat(stage.database.rows("select account, author_key, author_name from hand_block"))
        .containsExactly(
            Map.of("account", "practice", "author_key", "id:robin", "author_name", "Robin Lee"));
  }

  @Test
  void nothingIsLostWhileTheDatabaseIsDown() throws Exception {
    AtomicBoolean down = new AtomicBoolean(true);
    Jdbi shaky =
        Jdbi.create(
            () -> {
              if (down.get()) {
                throw new SQLException("no route to the database", "08001");
              }
              return stage.database.jdbi().open().getConnection();
            });
    CommentPipeline pipeline =
        new CommentPipeline(
            new LookParts(
                shaky,
                stage::rules,
                ThirdOpinion.NONE,
                text -> Language.UNKNOWN,
                CaseSettings.DEFAULT,
                ContextSettings.DEFAULT,
                Stage.CLOCK,
                () -> {},
                stage.metrics),
            1,
            new Precedence(),
            () -> {});
    BatchReader reader = read("first", topic, pipeline);
    send(aComment("1"), aComment("2").saying("you idiot"));
    await().atMost(SOON).untilAsserted(() -> assertThat(reader.fault()).isPresent());

    down.set(false);
    await().atMost(SOON).untilAsserted(() -> assertThat(count("revision")).isEqualTo(2));
    assertThat(count("review_case")).isEqualTo(1);
    await().atMost(SOON).untilAsserted(() -> assertThat(reader.fault()).isEmpty());
  }

  private BatchReader read(String group, String from, BatchReader.Handler handler) {
    BatchReader reader =
        new BatchReader(
                group,
                KafkaClients.consumer(kafka, group + "-" + topic, 500),
                List.of(from),
                handler,
                new DeadLetters(producer, group),
                Database.health(stage.database.jdbi()))
            .start();
    open.push(reader);
    return reader;
  }

  private void send(SeenComment... comments) throws Exception {
    for (SeenComment comment : comments) {
      producer
          .send(new ProducerRecord<>(topic, comment.record().key(), comment.record().value()))
          .get();
    }
  }

  private void sendRaw(String value) throws Exception {
    producer
        .send(new ProducerRecord<>(topic, "practice/5".getBytes(UTF_8), value.getBytes(UTF_8)))
        .get();
  }

  private int count(String table) {
    return stage.database.count(table);
  }
}
