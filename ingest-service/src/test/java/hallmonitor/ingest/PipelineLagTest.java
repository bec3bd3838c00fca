package hallmonitor.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.testparts.Parts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the moderation service has read of a real broker's topic, moved by the test. */
@Execution(ExecutionMode.SAME_THREAD)
class PipelineLagTest {
  private static final long MOST = 10;

  private final Map<String, Object> connection =
      Map.of("bootstrap.servers", Parts.shared().bootstrapServers());
  private Consumer<byte[], byte[]> moderation;
  private TopicPartition one;
  private Map<TopicPartition, Long> ends;
  private PipelineLag lag;

  @BeforeEach
  void writeSomething() {
    try (Topics topics = new Topics(Parts.shared().bootstrapServers())) {
      for (int i = 0; i < 20; i++) {
        // Without a value: no other test takes it for a comment.
        topics.writeBytes(Topic.COMMENTS, "lag", null);
      }
    }
    moderation = KafkaClients.consumer(connection, "moderation-comments", 1);
    List<TopicPartition> partitions =
        moderation.partitionsFor(Topic.COMMENTS.topicName()).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    moderation.assign(partitions);
    ends = moderation.endOffsets(partitions);
    one = partitions.stream().max(Comparator.comparing(ends::get)).orElseThrow();
    unread(0);
    lag = new PipelineLag(Admin.create(connection), MOST).start();
  }

  @AfterEach
  void stop() {
    unread(0); // so that no other test's history waits
    moderation.close();
    lag.close();
  }

  private void unread(long comments) {
    moderation.commitSync(
        ends.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e ->
                        new OffsetAndMetadata(
                            e.getValue() - (e.getKey().equals(one) ? comments : 0)))));
  }

  @Test
  void historyWaitsWhileManyCommentsAreUnreadAndUntilHalfOfThemAreRead() {
    assertThat(lag.holdsHistory()).isFalse();
    unread(20);
    await().until(lag::holdsHistory);
    unread(8);
    await().until(() -> lag.waiting() == 8);
    assertThat(lag.holdsHistory()).isTrue();
    unread(4);
    await().until(() -> !lag.holdsHistory());
  }

  @Test
  void historyCountsFromWhenItIsPublishedUntilTheBrokerIsAskedAgain() {
    try (PipelineLag asleep = new PipelineLag(Admin.create(connection), MOST)) {
      for (int i = 0; i < 20; i++) {
        asleep.published(comment(Lane.LIVE));
      }
      assertThat(asleep.holdsHistory()).as("what is new holds up nothing at once").isFalse();
      for (int i = 0; i <= MOST; i++) {
        asleep.published(comment(Lane.BACKFILL));
      }
      assertThat(asleep.holdsHistory()).isTrue();
      asleep.start();
      await().until(() -> !asleep.holdsHistory());
    }
  }

  private static CommentSeen comment(Lane lane) {
    return new CommentSeen(
        new CommentRef("api", "lag", "1"),
        "r1",
        Kind.CREATED,
        new Post("7", "", "", Optional.empty()),
        Optional.empty(),
        new Author(Optional.empty(), "Dana"),
        "See you at school",
        Visibility.VISIBLE,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        lane,
        "",
        Optional.empty());
  }
}
