package hallmonitor.embedded;

import hallmonitor.contract.event.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the contracts, with their settings for one machine. */
public final class PipelineTopics {
  /**
   * Retention by time alone: what a stopped service has not read yet must not be deleted because
   * others wrote a lot. Long enough for someone to return from vacation. PostgreSQL, not Kafka, is
   * the archive.
   */
  private static final Duration RETENTION = Duration.ofDays(30);

  private static final short ONE_BROKER = 1;

  private static final long CREATE_SECONDS = 60;

  private PipelineTopics() {}

  /** Every topic, each with its dead-letter topic. */
  private static Stream<NewTopic> all() {
    return Stream.of(Topic.values()).flatMap(topic -> Stream.of(kept(topic), deadLettersOf(topic)));
  }

  /**
   * Creates the topics that the broker does not have; the others stay unchanged.
   *
   * @param bootstrapServers the broker's host and port
   * @throws IllegalStateException if the broker does not create them within a minute
   */
  public static void createOn(String bootstrapServers) {
    try (Admin admin =
        Admin.create(
            Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      Set<String> existing = admin.listTopics().names().get(CREATE_SECONDS, TimeUnit.SECONDS);
      List<NewTopic> missing = all().filter(topic -> !existing.contains(topic.name())).toList();
      admin.createTopics(missing).all().get(CREATE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating the Kafka topics", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the Kafka topics could not be created", e);
    }
  }

  private static NewTopic kept(Topic topic) {
    return topic.compacted()
        ? compacted(topic)
        : topic(
            topic.topicName(), topic.partitions(), TopicConfig.CLEANUP_POLICY_DELETE, RETENTION);
  }

  private static NewTopic deadLettersOf(Topic source) {
    return topic(source.deadLetters(), 1, TopicConfig.CLEANUP_POLICY_DELETE, RETENTION);
  }

  private static NewTopic topic(String name, int partitions, String cleanup, Duration retention) {
    return new NewTopic(name, partitions, ONE_BROKER)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                cleanup,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(retention.toMillis()),
                TopicConfig.RETENTION_BYTES_CONFIG,
                "-1"));
  }

  private static NewTopic compacted(Topic topic) {
    return new NewTopic(topic.topicName(), topic.partitions(), ONE_BROKER)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                // The active segment is never compacted: a reader at start reads at most an hour of
                // repeats.
                TopicConfig.SEGMENT_MS_CONFIG,
                Long.toString(Duration.ofHours(1).toMillis()),
                TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
                "0.1",
                TopicConfig.DELETE_RETENTION_MS_CONFIG,
                Long.toString(Duration.ofDays(1).toMillis())));
  }
}
