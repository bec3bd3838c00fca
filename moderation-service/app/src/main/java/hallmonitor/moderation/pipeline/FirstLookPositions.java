package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.TopicPrefix;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the first look has come in each partition, over all instances, as the brokers know it;
 * asked for again when it is a second old.
 */
public final class FirstLookPositions implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(FirstLookPositions.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long STALE_NANOS = Duration.ofSeconds(1).toNanos();

  private final Admin admin;
  private final String group;
  private Map<TopicPartition, OffsetAndMetadata> committed = Map.of();
  private long askedAt = System.nanoTime() - STALE_NANOS;

  /**
   * Creates positions.
   *
   * @param kafka connection to the brokers
   * @param group that the first look reads in
   */
  public FirstLookPositions(Map<String, Object> kafka, String group) {
    this.admin = Admin.create(kafka);
    this.group = group;
  }

  /** Returns the offset of the next record that the first look has not handled; 0 at first. */
  synchronized long next(String topic, int partition) throws InterruptedException {
    if (System.nanoTime() - askedAt >= STALE_NANOS) {
      ask();
    }
    OffsetAndMetadata next = committed.get(new TopicPartition(topic, partition));
    return next == null ? 0 : next.offset();
  }

  /** Without an answer the old positions serve: at worst, records are looked at in vain. */
  private void ask() throws InterruptedException {
    try {
      committed =
          admin
              .listConsumerGroupOffsets(TopicPrefix.ofProcess().of(group))
              .partitionsToOffsetAndMetadata()
              .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the brokers do not say how far the first look is ({0})",
          String.valueOf(e instanceof ExecutionException ? e.getCause() : e));
    }
    askedAt = System.nanoTime();
  }

  @Override
  public void close() {
    admin.close(PATIENCE);
  }
}
