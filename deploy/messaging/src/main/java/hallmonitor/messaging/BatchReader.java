package hallmonitor.messaging;

import hallmonitor.contract.event.EventJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic in batches, at least once: offsets advance only after the handler has returned.
 *
 * <p>A batch has at most 8 MiB, or one record.
 *
 * <p>A failed batch is retried in ever smaller parts, so that one bad record neither loses nor
 * blocks its neighbors. A record that the handler calls {@link Unusable} goes to the dead letters.
 * Any other failure, such as an unreachable database, is retried indefinitely and reported through
 * {@link #fault()}.
 */
public final class BatchReader implements AutoCloseable {
  /** Handles records in order; everything that it did must be durable when it returns. */
  @FunctionalInterface
  public interface Handler {
    void handle(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception;
  }

  /** Thrown by a handler for a record that no retry can make usable. */
  public static class Unusable extends RuntimeException {
    public Unusable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  private static final System.Logger LOG = System.getLogger(BatchReader.class.getName());

  /** Handlers need several times a record's bytes in memory. One record is always accepted. */
  private static final long MOST_BYTES_AT_ONCE = 8 << 20;

  private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final String name;
  private final Consumer<byte[], byte[]> consumer;
  private final Handler handler;
  private final DeadLetters deadLetters;
  private final Worker worker;
  private volatile long lag;
  private boolean rewindFirst;
  private volatile long lastPolledNanos = System.nanoTime();

  /**
   * Creates a reader.
   *
   * @param consumer with enable.auto.commit=false; owned by this reader
   */
  public BatchReader(
      String name,
      Consumer<byte[], byte[]> consumer,
      List<String> topics,
      Handler handler,
      DeadLetters deadLetters) {
    this.name = name;
    this.consumer = consumer;
    this.handler = handler;
    this.deadLetters = deadLetters;
    this.worker =
        new Worker(name, this::readSome)
            .retryAfter(SHORTEST_WAIT, LONGEST_WAIT)
            .faultsAs(DeadLetters::describe)
            .atEnd(consumer);
    consumer.subscribe(List.copyOf(topics));
  }

  public BatchReader start() {
    worker.start();
    return this;
  }

  /** Returns what keeps this reader from working, in words; empty if it works. */
  public Optional<String> fault() {
    return worker.fault();
  }

  /** Returns false once the thread has ended or has not polled the broker for two minutes. */
  public boolean alive() {
    return worker.alive()
        && (fault().isPresent()
            || System.nanoTime() - lastPolledNanos < Duration.ofMinutes(2).toNanos());
  }

  /**
   * Returns the number of unread records in the partitions of this reader, as of the last fetch.
   */
  public long lag() {
    return lag;
  }

  private Duration readSome() throws Exception {
    try {
      if (rewindFirst) {
        rewind();
      }
      rewindFirst = true;
      ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(1));
      lastPolledNanos = System.nanoTime();
      measureLag();
      if (!records.isEmpty()) {
        handle(records);
        consumer.commitSync();
      }
      rewindFirst = false;
    } catch (WakeupException e) {
      LOG.log(System.Logger.Level.DEBUG, "{0} was woken to end", name);
    }
    return Duration.ZERO;
  }

  private void handle(ConsumerRecords<byte[], byte[]> records) throws Exception {
    List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(records.count());
    long bytes = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      long size = record.value() == null ? 0 : record.value().length;
      if (!batch.isEmpty() && bytes + size > MOST_BYTES_AT_ONCE) {
        handle(List.copyOf(batch));
        batch.clear();
        bytes = 0;
      }
      batch.add(record);
      bytes += size;
    }
    handle(batch);
  }

  /** Halves a failing batch until the bad record is alone, which needs few retries. */
  private void handle(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
    try {
      orRefused(batch);
    } catch (Unusable | EventJson.UnreadableEvent | StackOverflowError e) {
      // A record can cause a stack overflow, which must not end this thread and all reading with
      // it.
      if (batch.size() == 1) {
        setAside(batch.get(0), e);
        return;
      }
      int middle = batch.size() / 2;
      handle(batch.subList(0, middle));
      handle(batch.subList(middle, batch.size()));
    }
  }

  private void orRefused(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
    try {
      handler.handle(batch);
    } catch (Unusable e) {
      throw e;
    } catch (Exception e) {
      throw RefusedRow.in(e).map(Exception.class::cast).orElse(e);
    }
  }

  private void setAside(ConsumerRecord<byte[], byte[]> record, Throwable e) {
    LOG.log(
        System.Logger.Level.ERROR,
        "{0}: {1}-{2}@{3} cannot be used and went to the dead letters: {4}",
        name,
        record.topic(),
        record.partition(),
        record.offset(),
        e.getClass().getSimpleName());
    deadLetters.add(record, e);
  }

  /** Back to the committed offsets, so that nothing of the failed batch is skipped. */
  private void rewind() {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(consumer.assignment());
    Map<TopicPartition, Long> beginnings =
        new HashMap<>(consumer.beginningOffsets(consumer.assignment()));
    for (TopicPartition partition : consumer.assignment()) {
      OffsetAndMetadata at = committed.get(partition);
      consumer.seek(partition, at == null ? beginnings.getOrDefault(partition, 0L) : at.offset());
    }
    rewindFirst = false;
  }

  private void measureLag() {
    long sum = 0;
    for (TopicPartition partition : consumer.assignment()) {
      sum += consumer.currentLag(partition).orElse(0);
    }
    lag = sum;
  }

  /** Finishes the current batch, then stops. */
  @Override
  public void close() {
    worker.askToEnd();
    consumer.wakeup();
    worker.close();
  }
}
