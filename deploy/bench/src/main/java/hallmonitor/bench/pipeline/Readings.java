package hallmonitor.bench.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far a service has read a topic: what it has committed is durable. */
final class Readings implements AutoCloseable {
  private final Admin admin;
  private final String topic;
  private final String group;

  Readings(Map<String, Object> brokers, String topic, String group) {
    this.admin = Admin.create(brokers);
    this.topic = topic;
    this.group = group;
  }

  /** Returns the number of records that the group has not handled yet. */
  long behind() throws InterruptedException {
    try {
      List<TopicPartition> partitions =
          Objects.requireNonNull(
                  admin.describeTopics(Set.of(topic)).allTopicNames().get().get(topic))
              .partitions()
              .stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      Map<TopicPartition, OffsetAndMetadata> read =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      ListOffsetsResult ends =
          admin.listOffsets(
              partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())));
      long behind = 0;
      for (TopicPartition partition : partitions) {
        OffsetAndMetadata at = read.get(partition);
        behind += ends.partitionResult(partition).get().offset() - (at == null ? 0 : at.offset());
      }
      return behind;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not say how far " + group + " has read", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
