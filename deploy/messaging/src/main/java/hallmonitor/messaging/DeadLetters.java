package hallmonitor.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Stores a record that cannot be used, complete with its error and origin, so that it can be
 * replayed.
 */
public final class DeadLetters implements BatchReader.Aside {
  public static final String ERROR = "hallmonitor-error";
  public static final String ORIGIN_TOPIC = "hallmonitor-origin-topic";
  public static final String ORIGIN_POSITION = "hallmonitor-origin-position";
  public static final String CONSUMER = "hallmonitor-consumer";

  private final Producer<byte[], byte[]> producer;
  private final String consumer;

  /**
   * Creates a writer.
   *
   * @param consumer the consumer group that could not use the record; a replay also reaches the
   *     topic's other groups, as one more delivery
   */
  public DeadLetters(Producer<byte[], byte[]> producer, String consumer) {
    this.producer = producer;
    this.consumer = consumer;
  }

  /**
   * Adds a record and waits until the broker has it. If its origin makes it too large, it is added
   * without its content, because it must not block its partition.
   *
   * @throws IllegalStateException if the broker does not accept it; the caller must not skip the
   *     record then
   */
  @Override
  public void add(ConsumerRecord<byte[], byte[]> record, Throwable error) {
    if (!sent(record, record.value(), describe(error))) {
      sent(record, null, describe(error) + "; its content is too large to keep");
    }
  }

  /** Returns false if the broker finds it too large. */
  private boolean sent(
      ConsumerRecord<byte[], byte[]> record, byte @Nullable [] value, String error) {
    RecordHeaders headers = new RecordHeaders(record.headers().toArray());
    headers.add(ERROR, error.getBytes(UTF_8));
    headers.add(ORIGIN_TOPIC, record.topic().getBytes(UTF_8));
    headers.add(ORIGIN_POSITION, (record.partition() + "/" + record.offset()).getBytes(UTF_8));
    headers.add(CONSUMER, consumer.getBytes(UTF_8));
    String topic = record.topic() + ".dlq";
    try {
      producer.send(new ProducerRecord<>(topic, null, record.key(), value, headers)).get();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing to " + topic, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecordTooLargeException && value != null) {
        return false;
      }
      throw new IllegalStateException("could not write to " + topic, e.getCause());
    }
  }

  /** Describes the error without its message, because parsers quote their input. */
  static String describe(Throwable error) {
    StringBuilder text = new StringBuilder();
    for (Throwable t = error; t != null && text.length() < 500; t = t.getCause()) {
      String message =
          t instanceof com.fasterxml.jackson.core.JsonProcessingException json
              ? "line "
                  + json.getLocation().getLineNr()
                  + ", column "
                  + json.getLocation().getColumnNr()
              : t.getMessage();
      text.append(text.isEmpty() ? "" : "; caused by ").append(t.getClass().getSimpleName());
      text.append(message == null ? "" : ": " + message.lines().findFirst().orElse(""));
    }
    return text.toString();
  }
}
