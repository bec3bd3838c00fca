package hallmonitor.messaging;

import hallmonitor.contract.event.TopicPrefix;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How much of a topic another service has not read yet, as the brokers know it. */
public final class ReaderLag {
  private static final long ANSWER_SECONDS = 10;

  private ReaderLag() {}

  /**
   * Returns the number of records that a group has not handled. What a group never read counts from
   * the topic's beginning.
   *
   * @param kafka connection to the brokers
   * @throws ExecutionException if the brokers refuse to say it
   * @throws TimeoutException if they do not answer within ten seconds
   */
  public static long of(Map<String, Object> kafka, String group, String topic)
      throws InterruptedException, ExecutionException, TimeoutException {
    try (Admin admin = Admin.create(kafka)) {
      Map<TopicPartition, OffsetAndMetadata> read =
          admin
              .listConsumerGroupOffsets(TopicPrefix.ofProcess().of(group))
              .partitionsToOffsetAndMetadata()
              .get(ANSWER_SECONDS, TimeUnit.SECONDS);
      Set<TopicPartition> partitions =
          Objects.requireNonNull(
                  admin
                      .describeTopics(Set.of(topic))
                      .allTopicNames()
                      .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                      .get(topic),
                  "it was asked for")
              .partitions()
              .stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .collect(Collectors.toSet());
      Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(admin, partitions, false);
      Map<TopicPartition, ListOffsetsResultInfo> beginnings = offsets(admin, partitions, true);
      long unread = 0;
      for (TopicPartition partition : partitions) {
        OffsetAndMetadata at = read.get(partition);
        long from = at == null ? offset(beginnings, partition) : at.offset();
        unread += Math.max(0, offset(ends, partition) - from);
      }
      return unread;
    }
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Admin admin, Set<TopicPartition> partitions, boolean earliest)
      throws InterruptedException, ExecutionException, TimeoutException {
    return admin
        .listOffsets(
            partitions.stream()
                .collect(
                    Collectors.toMap(
                        p -> p, p -> earliest ? OffsetSpec.earliest() : OffsetSpec.latest())))
        .all()
        .get(ANSWER_SECONDS, TimeUnit.SECONDS);
  }

  private static long offset(
      Map<TopicPartition, ListOffsetsResultInfo> all, TopicPartition partition) {
    return Objects.requireNonNull(all.get(partition), "all partitions were asked for").offset();
  }
}
