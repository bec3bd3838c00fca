package hallmonitor.ingest;

import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Worker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How many comments wait to be judged. While they are many, no history is read, so that what is
 * written now is not judged behind what was written years ago.
 */
final class PipelineLag implements AutoCloseable {
  /** Of the moderation service; an instance of it that was never started has read nothing. */
  private static final String READERS = "moderation-comments";

  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final long ANSWER_SECONDS = 10;

  private final Admin kafka;
  private final long most;
  private final Worker worker = new Worker("pipeline-lag", this::look).atEnd(this::disconnect);
  private volatile long waiting;
  private volatile boolean high;

  /**
   * Creates it.
   *
   * @param most history waits above it, until half of it is left
   */
  PipelineLag(Admin kafka, long most) {
    this.kafka = kafka;
    this.most = most;
  }

  PipelineLag start() {
    worker.start();
    return this;
  }

  /** Returns how many comments waited when that was last asked. */
  long waiting() {
    return waiting;
  }

  boolean holdsHistory() {
    return high;
  }

  boolean alive() {
    return worker.alive();
  }

  private Duration look() throws Exception {
    Map<TopicPartition, OffsetAndMetadata> read =
        kafka
            .listConsumerGroupOffsets(READERS)
            .partitionsToOffsetAndMetadata()
            .get(ANSWER_SECONDS, TimeUnit.SECONDS);
    Map<TopicPartition, Long> written =
        kafka
            .listOffsets(
                read.keySet().stream()
                    .filter(p -> p.topic().equals(Topic.COMMENTS.topicName()))
                    .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
            .all()
            .get(ANSWER_SECONDS, TimeUnit.SECONDS)
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    long sum = 0;
    for (Map.Entry<TopicPartition, Long> end : written.entrySet()) {
      OffsetAndMetadata at = read.get(end.getKey());
      sum += at == null ? 0 : Math.max(0, end.getValue() - at.offset());
    }
    waiting = sum;
    high = sum > (high ? most / 2 : most);
    return EVERY;
  }

  private void disconnect() {
    kafka.close(Duration.ofSeconds(1));
  }

  @Override
  public void close() {
    worker.close();
  }
}
