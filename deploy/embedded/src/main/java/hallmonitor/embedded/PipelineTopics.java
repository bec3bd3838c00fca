package hallmonitor.embedded;

import hallmonitor.contract.event.Topic;
import hallmonitor.contract.event.TopicPrefix;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the contracts, with their settings. */
public final class PipelineTopics {
  private static final short ONE_BROKER = 1;

  private static final long CREATE_SECONDS = 60;

  private PipelineTopics() {}

  /**
   * Returns every topic, each followed by the one of its dead letters.
   *
   * @param copies on how many brokers each is kept
   */
  public static List<NewTopic> all(short copies) {
    return all(TopicPrefix.ofProcess(), copies);
  }

  /** Returns those of a district on a shared Kafka. */
  public static List<NewTopic> all(TopicPrefix prefix, short copies) {
    return Stream.of(Topic.values())
        .flatMap(
            topic -> Stream.of(kept(topic, prefix, copies), deadLettersOf(topic, prefix, copies)))
        .toList();
  }

  /** Creates the missing topics on a broker that asks nobody for a password. */
  public static void createOn(String bootstrapServers) {
    createOn(BrokerAccess.open().owner(bootstrapServers));
  }

  /**
   * Creates the topics that the one broker of this machine does not have; the others stay
   * unchanged.
   *
   * @param owner the connection of a user that may create topics
   * @throws IllegalStateException if the broker does not create them within a minute
   */
  public static void createOn(Map<String, Object> owner) {
    createOn(owner, TopicPrefix.ofProcess(), ONE_BROKER);
  }

  /**
   * Creates the topics that the brokers do not have; the others stay unchanged.
   *
   * @param connection bootstrap servers and, for a cluster, security settings
   * @param copies on how many brokers each is kept
   * @return the names of those that were created
   * @throws IllegalStateException if the brokers do not create them within a minute
   */
  public static List<String> createOn(
      Map<String, Object> connection, TopicPrefix prefix, short copies) {
    try (Admin admin = Admin.create(connection)) {
      Set<String> existing = admin.listTopics().names().get(CREATE_SECONDS, TimeUnit.SECONDS);
      List<NewTopic> missing =
          all(prefix, copies).stream().filter(topic -> !existing.contains(topic.name())).toList();
      admin.createTopics(missing).all().get(CREATE_SECONDS, TimeUnit.SECONDS);
      return missing.stream().map(NewTopic::name).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating the Kafka topics", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the Kafka topics could not be created", e);
    }
  }

  private static NewTopic kept(Topic topic, TopicPrefix prefix, short copies) {
    return topic.compacted()
        ? compacted(topic, prefix, copies)
        : deleted(topic.topicName(prefix), topic.partitions(), copies, topic.retention());
  }

  private static NewTopic deadLettersOf(Topic source, TopicPrefix prefix, short copies) {
    return deleted(source.deadLetters(prefix), 1, copies, source.retention());
  }

  /**
   * Retention by time alone: what a stopped service has not read yet must not be deleted because
   * others wrote a lot.
   */
  private static NewTopic deleted(String name, int partitions, short copies, Duration retention) {
    return new NewTopic(name, partitions, copies)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(retention.toMillis()),
                TopicConfig.RETENTION_BYTES_CONFIG,
                "-1"));
  }

  private static NewTopic compacted(Topic topic, TopicPrefix prefix, short copies) {
    return new NewTopic(topic.topicName(prefix), topic.partitions(), copies)
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
