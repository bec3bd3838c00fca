package hallmonitor.ingest;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.Topic;
import hallmonitor.contract.event.TopicPrefix;
import hallmonitor.ingest.polling.PollListener;
import hallmonitor.messaging.Worker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How many comments wait to be judged. While they are many, no history is read and none is taken,
 * so that what is written now is not judged behind what was written years ago.
 */
final class PipelineLag implements PollListener, AutoCloseable {
  /** Of the moderation service; an instance of it that was never started has read nothing. */
  private static final String READERS = "moderation-comments";

  private static final Duration EVERY = Duration.ofMillis(500);
  private static final long ANSWER_SECONDS = 10;

  private final Admin kafka;
  private final long most;
  private final Worker worker = new Worker("pipeline-lag", this::look).atEnd(this::disconnect);
  private final AtomicLong justPublished = new AtomicLong();
  private volatile long unread;
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

  /** Returns how many comments waited when that was last asked, and the history since then. */
  long waiting() {
    return unread + justPublished.get();
  }

  boolean holdsHistory() {
    return high;
  }

  boolean alive() {
    return worker.alive();
  }

  @Override
  public void read(String account, Lane lane, Duration took) {}

  /** Counts history at once, because until the next look too much of it could follow. */
  @Override
  public void published(CommentSeen comment) {
    if (comment.lane() == Lane.BACKFILL) {
      justPublished.incrementAndGet();
      decide();
    }
  }

  private synchronized void decide() {
    high = waiting() > (high ? most / 2 : most);
  }

  private Duration look() throws Exception {
    long counted = justPublished.get();
    Map<TopicPartition, OffsetAndMetadata> read =
        kafka
            .listConsumerGroupOffsets(TopicPrefix.ofProcess().of(READERS))
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
    unread = sum;
    justPublished.addAndGet(-counted);
    decide();
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
