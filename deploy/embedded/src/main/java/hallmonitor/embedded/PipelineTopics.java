package hallmonitor.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The pipeline's topics as one machine keeps them. The names are those of the contracts, which this
 * module cannot see because their own tests use it; the launcher's tests hold the two lists
 * together.
 */
public final class PipelineTopics {
  /** Enough to replay a week; PostgreSQL, not Kafka, is the archive. */
  private static final Duration RETENTION = Duration.ofDays(7);

  /** Somebody must have time to look at a dead letter after a holiday. */
  private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

  /** For each partition, so that a flood of comments cannot fill the disk. */
  private static final long RETENTION_BYTES = 512L << 20;

  private static final short ONE_BROKER = 1;

  private PipelineTopics() {}

  /** Every topic, each with its dead-letter topic. */
  public static List<NewTopic> all() {
    return Stream.of(
            kept("hallmonitor.comments.v1", 6),
            kept("hallmonitor.actions.v1", 3),
            kept("hallmonitor.action-results.v1", 3),
            kept("hallmonitor.escalations.v1", 3),
            kept("hallmonitor.escalation-events.v1", 3),
            compacted("hallmonitor.account-status.v1"),
            compacted("hallmonitor.ingest-checkpoints.v1"))
        .flatMap(topic -> Stream.of(topic, deadLettersOf(topic)))
        .toList();
  }

  private static NewTopic kept(String name, int partitions) {
    return topic(name, partitions, TopicConfig.CLEANUP_POLICY_DELETE, RETENTION);
  }

  private static NewTopic deadLettersOf(NewTopic source) {
    return topic(
        source.name() + ".dlq", 1, TopicConfig.CLEANUP_POLICY_DELETE, DEAD_LETTER_RETENTION);
  }

  private static NewTopic topic(String name, int partitions, String cleanup, Duration retention) {
    return new NewTopic(name, partitions, ONE_BROKER)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, cleanup,
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()),
                TopicConfig.RETENTION_BYTES_CONFIG, Long.toString(RETENTION_BYTES)));
  }

  private static NewTopic compacted(String name) {
    return new NewTopic(name, 1, ONE_BROKER)
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
