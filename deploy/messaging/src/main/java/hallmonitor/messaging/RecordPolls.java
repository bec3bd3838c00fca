package hallmonitor.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Asks a consumer for records, at most so often. Only {@link #sinceLast} is thread-safe. */
final class RecordPolls {
  private static final Duration LONGEST = Duration.ofSeconds(1);

  /** By then the broker has sent what it has. */
  private static final Duration AT_ONCE = Duration.ofMillis(5);

  /** Waits. */
  @FunctionalInterface
  interface Pause {
    void nanos(long length) throws InterruptedException;
  }

  private final Consumer<byte[], byte[]> consumer;
  private final Pause pause;
  private long betweenNanos;
  private volatile long lastNanos = System.nanoTime();
  private long waitedNanos;

  RecordPolls(Consumer<byte[], byte[]> consumer) {
    this(consumer, TimeUnit.NANOSECONDS::sleep);
  }

  RecordPolls(Consumer<byte[], byte[]> consumer, Pause pause) {
    this.consumer = consumer;
    this.pause = pause;
  }

  void atMostEvery(Duration between) {
    betweenNanos = between.toNanos();
  }

  /** Returns what came; nothing if nothing came within a second. */
  List<ConsumerRecord<byte[], byte[]>> next() throws InterruptedException {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    waitedNanos = System.nanoTime() - lastNanos;
    long early = lastNanos + betweenNanos - System.nanoTime();
    if (early > 0) {
      pause.nanos(early);
      // This was asked for before the wait; what came meanwhile is asked for below.
      consumer.poll(Duration.ZERO).forEach(records::add);
    }
    consumer.poll(records.isEmpty() ? LONGEST : AT_ONCE).forEach(records::add);
    Set<TopicPartition> assigned = consumer.assignment();
    records.removeIf(record -> !assigned.contains(WorkMarks.partition(record)));
    lastNanos = System.nanoTime();
    return records;
  }

  /**
   * Returns how long the records of the last {@link #next} may have waited in the consumer, beside
   * {@link #atMostEvery}: it fetches while the ones before them are handled.
   */
  Duration waited() {
    return Duration.ofNanos(waitedNanos);
  }

  Duration sinceLast() {
    return Duration.ofNanos(System.nanoTime() - lastNanos);
  }
}
