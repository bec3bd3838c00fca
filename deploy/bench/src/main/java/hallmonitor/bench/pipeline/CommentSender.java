package hallmonitor.bench.pipeline;

import hallmonitor.messaging.KafkaClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Puts comments into a topic, and notes when. */
final class CommentSender {
  private final String brokers;
  private final CommentRecords records;
  private final Map<String, Long> sent = new ConcurrentHashMap<>();

  CommentSender(String brokers, CommentRecords records) {
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
   * @param rate comments a second; 0 for as fast as possible
   */
  void send(String topic, int comments, int rate) {
    List<Future<RecordMetadata>> answers = new ArrayList<>(comments);
    long start = System.nanoTime();
    try (Producer<byte[], byte[]> producer =
        KafkaClients.producer(Map.<String, Object>of("bootstrap.servers", brokers))) {
      for (int i = 0; i < comments; i++) {
        if (rate > 0) {
          long due = start + i * 1_000_000_000L / rate;
          Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
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
