package hallmonitor.bench.pipeline;

import hallmonitor.messaging.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Puts comments into a topic, and notes when. */
final class CommentSender {
  /** A poll of a platform brings several comments, never one each millisecond. */
  private static final long BUNDLE_NANOS = Duration.ofMillis(10).toNanos();

  private final Map<String, Object> brokers;
  private final CommentRecords records;
  private final Map<String, Long> sent = new ConcurrentHashMap<>();

  CommentSender(Map<String, Object> brokers, CommentRecords records) {
    this.brokers = brokers;
    this.records = records;
  }

  /** Returns when each comment was sent, by its id and {@link System#nanoTime}. */
  Map<String, Long> sent() {
    return sent;
  }

  /**
   * Returns when the broker has all.
   *
   * @param rate comments a second, in bundles of 10 ms; 0 for as fast as possible
   */
  void send(String topic, int comments, int rate) {
    List<Future<RecordMetadata>> answers = new ArrayList<>(comments);
    long start = System.nanoTime();
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(brokers)) {
      for (int i = 0; i < comments; i++) {
        if (rate > 0) {
          long due = i * 1_000_000_000L / rate / BUNDLE_NANOS * BUNDLE_NANOS;
          long early = start + due - System.nanoTime();
          if (early > 0) {
            TimeUnit.NANOSECONDS.sleep(early);
          }
        }
        sent.put(records.id(i), System.nanoTime());
        answers.add(producer.send(records.record(topic, i)));
      }
      producer.flush();
      for (Future<RecordMetadata> answer : answers) {
        answer.get();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("sending was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused a comment", e);
    }
  }
}
