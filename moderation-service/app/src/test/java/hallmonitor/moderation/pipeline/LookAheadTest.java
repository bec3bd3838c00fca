package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.event.Capture;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.Worker;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.testparts.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is given to the pipeline before its turn, and what the first look makes of it later. */
class LookAheadTest {
  private static final int FAR = 600;

  private final Map<String, Object> kafka =
      Map.of("bootstrap.servers", Parts.shared().bootstrapServers());
  private final String topic = "ahead-" + UUID.randomUUID();
  private final Stage stage = new Stage();
  private final FirstLookPositions positions = new FirstLookPositions(kafka, topic);
  private final AtomicLong unread = new AtomicLong();
  private final Precedence precedence = new Precedence();
  private final LookAhead looking = new LookAhead(stage.parts(), 1, positions, precedence);
  private final BatchReader.Handler ahead = looking.givingTo(stage.pipeline::handleAhead);
  private final List<ConsumerRecord<byte[], byte[]>> waiting = new ArrayList<>();

  @AfterEach
  void close() {
    looking.close();
    positions.close();
  }

  @Test
  void aThreatBehindManyCommentsIsEscalatedBeforeTheyAreRead() throws Exception {
    harmless(FAR);
    write(aComment("threat").saying("I will shoot you"));

    ahead.handle(waiting);

    assertThat(archived()).containsExactly("threat");
    assertThat(stage.escalations()).hasSize(1);
    assertThat(stage.meters.get("hallmonitor.comments.ahead").counter().count()).isEqualTo(1);
  }

  @Test
  void whenTheFirstLookReachesItItIsNoNews() throws Exception {
    harmless(FAR);
    write(aComment("threat").saying("I will shoot you"));
    ahead.handle(waiting);

    stage.pipeline.handle(waiting);

    assertThat(archived()).hasSize(FAR + 1);
    assertThat(stage.escalations()).hasSize(1);
    assertThat(stage.database.one("select count(*) from case_event", Long.class))
        .isEqualTo(aloneInOrder());
  }

  /** The database works again, but what waits was not tried again yet. */
  @Test
  void dangerIsNotPassedOverWhileTheQueueOfUrgentOnesIsFullAndHasAFault() {
    harmless(FAR);
    write(aComment("threat").saying("I will shoot you"));
    BatchReader.Handler full =
        looking.givingTo(
            batch -> {
              throw new Worker.Trouble("PSQLException", null);
            });

    assertThatThrownBy(() -> full.handle(waiting)).isInstanceOf(Worker.Trouble.class);
  }

  /** Returns how many lines of history a threat has that nothing was looked at ahead of. */
  private static long aloneInOrder() throws Exception {
    Stage other = new Stage();
    other.receive(aComment("threat").saying("I will shoot you"));
    return other.database.one("select count(*) from case_event", Long.class);
  }

  @Test
  void whatTheFirstLookReachesSoonIsLeftToIt() throws Exception {
    harmless(3);
    write(aComment("threat").saying("I will shoot you"));

    ahead.handle(waiting);

    assertThat(archived()).isEmpty();
  }

  @Test
  void whatTheFirstLookHasHandledIsNotReadAgain() throws Exception {
    try (Admin admin = Admin.create(kafka);
        Consumer<byte[], byte[]> first = KafkaClients.consumer(kafka, topic, 1)) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
      first.assign(List.of(new TopicPartition(topic, 0)));
      first.commitSync(Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(FAR + 1)));
    }
    harmless(FAR);
    write(aComment("threat").saying("I will shoot you"));

    ahead.handle(waiting);

    assertThat(archived()).isEmpty();
  }

  @Test
  void anEditGoesAheadWithItsComment() throws Exception {
    harmless(FAR);
    write(aComment("1").saying("Hello"), aComment("1").editedTo("r2", "I will shoot you"));

    ahead.handle(waiting);

    assertThat(stage.database.rows("select revision from revision order by 1"))
        .containsExactly(Map.of("revision", "r1"), Map.of("revision", "r2"));
    assertThat(stage.escalations()).hasSize(1);
  }

  @Test
  void anEditIsNotHiddenBehindTheHarmlessTextBeforeIt() throws Exception {
    harmless(FAR);
    write(aComment("1").editedTo("r2", "I will shoot you"));
    ahead.handle(waiting);
    assertThat(stage.escalations()).hasSize(1);

    stage.receive(aComment("1").saying("Hello"));

    assertThat(stage.database.rows("select revision from revision order by 1"))
        .containsExactly(Map.of("revision", "r1"), Map.of("revision", "r2"));
    assertThat(stage.database.rows("select latest_revision from comment"))
        .containsExactly(Map.of("latest_revision", "r2"));
    assertThat(stage.escalations()).hasSize(1);
  }

  @Test
  void whatItAnswersGoesAheadWithIt() throws Exception {
    write(aComment("question").saying("Who comes on Friday?"));
    harmless(FAR);
    write(
        aComment("parent").saying("Hello"),
        aComment("threat").answering("parent").by("Kim").saying("I will shoot you"));

    ahead.handle(waiting);

    assertThat(archived()).containsExactly("parent", "threat");
    Capture sealed = stage.escalations().get(0).capture().orElseThrow();
    assertThat(sealed.thread()).extracting(Capture.ThreadComment::text).containsExactly("Hello");
    assertThat(sealed.threadCutShort()).isTrue();
  }

  @Test
  void whatItsAuthorWroteInPiecesGoesAheadWithIt() throws Exception {
    harmless(FAR);
    write(aComment("1").by("Kim").saying("I will"));
    write(aComment("2").by("Kim").saying("shoot you"));

    ahead.handle(waiting);

    assertThat(archived()).containsExactly("1", "2");
  }

  @Test
  void whileItIsBehindNothingCountsAsReachedSoon() throws Exception {
    precedence.unread(unread::get);
    unread.set(5_000);
    write(aComment("threat").saying("I will shoot you"));

    ahead.handle(waiting);

    assertThat(archived()).containsExactly("threat");
  }

  @Test
  void theWorstGoesFirstInTurnsThatLetThePartitionGo() throws Exception {
    harmless(FAR);
    for (int i = 0; i < 120; i++) {
      write(aComment("threat-" + i).by("Kim " + i).saying("I will shoot you"));
    }
    List<Integer> turns = new ArrayList<>();

    looking.givingTo(batch -> turns.add(batch.size())).handle(waiting);

    assertThat(turns).containsExactly(50, 50, 20);
  }

  @Test
  void anEarlierEditThatComesAfterItTakesNothingBack() throws Exception {
    stage.receive(aComment("1").saying("Hello"));
    SeenComment milder = aComment("1").editedTo("r2", "Hello all");
    harmless(FAR);
    write(milder.editedTo("r3", "I will shoot you"));
    ahead.handle(waiting);
    var escalated = stage.database.rows("select outcome, state, revision from review_case");

    stage.receive(milder);

    assertThat(stage.database.rows("select outcome, state, revision from review_case"))
        .isEqualTo(escalated);
    assertThat(stage.database.one("select latest_text from comment", String.class))
        .isEqualTo("I will shoot you");
    assertThat(stage.database.one("select count(*) from revision", Long.class)).isEqualTo(3);
  }

  @Test
  void whatCannotBeReadIsLeftToTheFirstLook() throws Exception {
    harmless(FAR);
    waiting.add(
        new ConsumerRecord<>(topic, 0, waiting.size(), null, "{ no comment".getBytes(UTF_8)));
    write(aComment("threat").saying("I will shoot you"));

    ahead.handle(waiting);

    assertThat(archived()).containsExactly("threat");
  }

  @Test
  void whatThePipelineRefusesIsLeftToTheFirstLookAndDelaysNoOther() throws Exception {
    harmless(FAR);
    write(aComment("bad").saying("I will shoot you"));
    write(aComment("threat").saying("I will shoot you"));
    List<Integer> refused = new ArrayList<>();
    BatchReader.Handler refusing =
        batch -> {
          if (batch.stream().anyMatch(r -> r.offset() == FAR)) {
            refused.add(batch.size());
            throw new BatchReader.Unusable("cannot be stored", null);
          }
          stage.pipeline.handle(batch);
        };

    looking.givingTo(refusing).handle(waiting);

    assertThat(archived()).containsExactly("threat");
    assertThat(refused).endsWith(1);
  }

  @Test
  void whatIsNotSeenAtAGlanceWaitsForItsTurn() throws Exception {
    Detectors slow = new Detectors(List.of(new WordsDetector("shoot", Category.THREAT, 1)));
    harmless(FAR);
    write(aComment("threat").saying("I will shoot you"));

    try (LookAhead other = new LookAhead(stage.parts(slow), 1, positions, precedence)) {
      other.givingTo(stage.pipeline(slow)::handleAhead).handle(waiting);
    }

    assertThat(archived()).isEmpty();
  }

  private void harmless(int comments) {
    for (int i = 0; i < comments; i++) {
      write(aComment("harmless-" + i).by("Robin Vale"));
    }
  }

  private void write(SeenComment... comments) {
    for (SeenComment comment : comments) {
      waiting.add(new ConsumerRecord<>(topic, 0, waiting.size(), null, comment.record().value()));
    }
  }

  private List<Object> archived() {
    return stage.database.rows("select comment_id from comment order by 1").stream()
        .map(row -> row.get("comment_id"))
        .toList();
  }
}
