package hallmonitor.ingest.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.BlocksSeen;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PostSeen;
import hallmonitor.contract.event.ProfileRead;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.TraceHeaders;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Writes comments, posts and checkpoint in one Kafka transaction, so that a {@code kill -9} at any
 * moment leaves both or neither.
 *
 * <p>The checkpoint is a change log in a compacted topic: {@code <account>} holds the cursors,
 * {@code <account>/<comment id>} what is known about one comment, and a record without a value
 * forgets it. So a transaction writes only changes and does not grow with the number of remembered
 * comments; a single record of all of them would exceed Kafka's limit of 1 MB after a few seconds
 * of heavy traffic. Remembered comments are not kept in PostgreSQL, because a crash between the two
 * commits could publish an edit and then forget it.
 */
public final class KafkaCommentLog implements CommentLog {
  private static final String TOPIC = Topic.INGEST_CHECKPOINTS.topicName();

  private final String account;
  private final Map<String, Object> connection;
  private final CheckpointScan scan;
  private final BooleanSupplier owned;
  private @Nullable Producer<byte[], byte[]> producer;

  /**
   * Creates a log.
   *
   * @param owned whether this instance may write now. It is what keeps one that was away from
   *     opening the log again; who has it open is known to the broker, which takes nothing from
   *     others.
   */
  public KafkaCommentLog(
      String account, Map<String, Object> connection, CheckpointScan scan, BooleanSupplier owned) {
    this.account = account;
    this.owned = owned;
    this.scan = scan;
    this.connection = new HashMap<>(connection);
    // A dead owner's open transaction blocks every reader of the topics, so it must time out soon.
    this.connection.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000);
    this.connection.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
  }

  @Override
  public State open() throws Broken {
    close();
    checkOwned();
    try {
      Producer<byte[], byte[]> opened =
          KafkaClients.transactionalProducer(connection, "ingest-" + account);
      producer = opened;
      opened.initTransactions();
      return scan.of(account);
    } catch (KafkaException e) {
      throw broken(e);
    }
  }

  @Override
  public void commit(Batch batch) throws Broken {
    checkOwned();
    Span span = readingSpan(batch);
    try (Scope ignored = span.makeCurrent()) {
      Producer<byte[], byte[]> open =
          Objects.requireNonNull(producer, "a log is opened before anything is committed to it");
      open.beginTransaction();
      for (Entry entry : batch.entries()) {
        var comment = entry.comment();
        var record =
            new ProducerRecord<>(
                Topic.COMMENTS.topicName(),
                comment.key().getBytes(UTF_8),
                EventJson.write(comment));
        TraceHeaders.writeTo(record.headers());
        send(open, record);
        entry.remember().ifPresent(known -> put(open, key(comment.comment().id()), known));
      }
      for (PostSeen post : batch.posts()) {
        send(
            open,
            new ProducerRecord<>(
                Topic.POSTS.topicName(), post.key().getBytes(UTF_8), EventJson.write(post)));
      }
      batch.forget().forEach(id -> send(open, new ProducerRecord<>(TOPIC, key(id), null)));
      put(open, account.getBytes(UTF_8), batch.checkpoint());
      open.commitTransaction();
    } catch (KafkaException | IllegalStateException e) {
      span.recordException(e);
      throw broken(e);
    } finally {
      span.end();
    }
  }

  @Override
  public void publish(BlocksSeen blocks) throws Broken {
    publish(Topic.BLOCKS, EventJson.write(blocks));
  }

  @Override
  public void publish(ProfileRead profile) throws Broken {
    publish(Topic.ACCOUNT_PROFILES, EventJson.write(profile));
  }

  /** Publishes what a compacted topic keeps of the account. */
  private void publish(Topic topic, byte[] value) throws Broken {
    checkOwned();
    try {
      Producer<byte[], byte[]> open =
          Objects.requireNonNull(producer, "a log is opened before anything is published to it");
      open.beginTransaction();
      send(open, new ProducerRecord<>(topic.topicName(), account.getBytes(UTF_8), value));
      open.commitTransaction();
    } catch (KafkaException | IllegalStateException e) {
      throw broken(e);
    }
  }

  private void checkOwned() throws Broken {
    if (!owned.getAsBoolean()) {
      throw new Broken(Tenure.NOT_HELD, null);
    }
  }

  /** Starts the span at the start of the read, so that a trace shows how long the platform took. */
  private Span readingSpan(Batch batch) {
    return GlobalOpenTelemetry.getTracer("hallmonitor.ingest")
        .spanBuilder("read " + account)
        .setSpanKind(SpanKind.PRODUCER)
        .setNoParent()
        .setStartTimestamp(batch.readFrom().toEpochMilli(), TimeUnit.MILLISECONDS)
        .setAttribute("hallmonitor.account", account)
        .setAttribute("hallmonitor.comments", batch.entries().size())
        .startSpan();
  }

  private static void put(Producer<byte[], byte[]> open, byte[] key, Object value) {
    send(open, new ProducerRecord<>(TOPIC, key, EventJson.write(value)));
  }

  /** The commit shows whether the broker accepted it. */
  private static void send(Producer<byte[], byte[]> open, ProducerRecord<byte[], byte[]> record) {
    var unused = open.send(record);
  }

  private byte[] key(String comment) {
    return (account + "/" + comment).getBytes(UTF_8);
  }

  static Broken broken(RuntimeException e) {
    return new Broken(
        "Comments cannot be handed on because Kafka does not take them (%s); is it running?"
            .formatted(e.getClass().getSimpleName()),
        e);
  }

  @Override
  public void close() {
    if (producer != null) {
      // closing aborts an open transaction
      producer.close(Duration.ofSeconds(2));
      producer = null;
    }
  }
}
