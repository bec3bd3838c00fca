package hallmonitor.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the committed events of an {@link Outbox}, in order, at least once: a row is deleted
 * only after the broker has it. An event that is too large for the broker stays and is reported as
 * a fault, without blocking others. Only one of several relays on a schema works at a time, so that
 * the events of a key stay in order.
 *
 * <p>The broker is not backed up. So that a restored database can publish again what nobody had
 * heard, a relay can keep what it published for a day, in the table {@code outbox_published}.
 */
public final class OutboxRelay implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OutboxRelay.class.getName());
  private static final Duration IDLE = Duration.ofMillis(250);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(2);
  private static final int BATCH = 500;
  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);

  /** The producer itself gives an event up after two minutes. */
  private static final Duration HANGS = Duration.ofMinutes(4);

  /** An event may have a megabyte, and a service's heap is small. */
  private static final int BATCH_BYTES = 8 << 20;

  public record Row(
      long id, String topic, String key, byte[] payload, @Nullable String traceparent) {
    ProducerRecord<byte[], byte[]> record() {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(topic, key.getBytes(UTF_8), payload);
      if (traceparent != null) {
        TraceHeaders.write(record.headers(), traceparent);
      }
      return record;
    }
  }

  private final Jdbi database;
  private final Producer<byte[], byte[]> producer;
  private final Worker worker;
  private volatile @Nullable String refused;
  private final Set<Long> tooLarge = new HashSet<>();
  private Set<String> kept = Set.of();
  private long nextCleaning = System.nanoTime();

  /**
   * Creates a relay that keeps nothing.
   *
   * @param producer idempotent, acks=all; not closed by this relay
   */
  public OutboxRelay(String name, Jdbi database, Producer<byte[], byte[]> producer) {
    this.database = database;
    this.producer = producer;
    this.worker =
        new Worker(name, this::publishAll)
            .retryAfter(AFTER_FAULT, AFTER_FAULT)
            .longestStep(HANGS)
            .essential()
            .faultsAs(DeadLetters::describe);
  }

  /**
   * Keeps what is published to these topics for a day.
   *
   * @param topics with readers that know an event that comes again, even a day later
   */
  public OutboxRelay keeping(Topic... topics) {
    kept = Stream.of(topics).map(Topic::topicName).collect(Collectors.toUnmodifiableSet());
    return this;
  }

  public OutboxRelay start() {
    worker.start();
    return this;
  }

  /** Signals a commit. Without it the relay checks every quarter of a second. */
  public void wake() {
    worker.wake();
  }

  /** Returns what keeps this relay from publishing, in words; empty if it publishes. */
  public Optional<String> fault() {
    return worker.fault().or(() -> Optional.ofNullable(refused));
  }

  public boolean alive() {
    return worker.alive();
  }

  private Duration publishAll() throws Exception {
    tooLarge.clear();
    boolean more = true;
    while (more && !worker.closing()) {
      more = publishSome();
      worker.progressed();
    }
    forgetOld();
    report();
    return IDLE;
  }

  /** Logs what the broker refuses, whenever that changes. */
  private void report() {
    String words =
        tooLarge.isEmpty()
            ? null
            : tooLarge.size()
                + " event(s) in the outbox are larger than the broker takes; raise its message.max.bytes";
    if (words != null && !words.equals(refused)) {
      LOG.log(System.Logger.Level.ERROR, words);
    }
    refused = words;
  }

  /**
   * Publishes a batch.
   *
   * @return whether there may be more
   */
  private boolean publishSome() throws Exception {
    return database.inTransaction(
        transaction -> {
          if (!leads(transaction)) {
            return false;
          }
          List<Row> rows =
              transaction
                  .createQuery(
                      """
                      select id, topic, key, payload, traceparent
                      from (select *, sum(octet_length(payload)) over (order by id) as so_far
                            from (select * from outbox where id <> all(:passed) order by id limit :n) few) few
                      where so_far - octet_length(payload) < :bytes order by id
                      """)
                  .bindArray("passed", Long.class, tooLarge.toArray())
                  .bind("n", BATCH)
                  .bind("bytes", BATCH_BYTES)
                  .map(ConstructorMapper.of(Row.class))
                  .list();
          Set<Long> published = publish(rows);
          rows.stream().map(Row::id).filter(id -> !published.contains(id)).forEach(tooLarge::add);
          if (!published.isEmpty()) {
            remove(transaction, published);
          }
          return !rows.isEmpty();
        });
  }

  private void remove(Handle transaction, Set<Long> published) {
    if (kept.isEmpty()) {
      transaction
          .createUpdate("delete from outbox where id = any(:ids)")
          .bindArray("ids", Long.class, published.toArray())
          .execute();
      return;
    }
    transaction
        .createUpdate(
            """
            with published as (
              delete from outbox where id = any(:ids) returning id, topic, key, payload, traceparent)
            insert into outbox_published (id, topic, key, payload, traceparent)
            select id, topic, key, payload, traceparent from published where topic = any(:kept)
            """)
        .bindArray("ids", Long.class, published.toArray())
        .bindArray("kept", String.class, kept.toArray())
        .execute();
  }

  /** Once a minute, because the relay runs several times a second. */
  private void forgetOld() {
    long now = System.nanoTime();
    if (kept.isEmpty() || now - nextCleaning < 0) {
      return;
    }
    nextCleaning = now + BETWEEN_CLEANINGS.toNanos();
    database.useHandle(
        h ->
            h.execute(
                "delete from outbox_published where published_at < now() - interval '1 day'"));
  }

  /**
   * Tries to become the schema's only relay until the transaction ends. Its end does not wait for
   * the disk: after a crash of the database, what was published is published again.
   */
  private static boolean leads(Handle transaction) {
    return transaction
        .createQuery(
            """
            select pg_try_advisory_xact_lock(hashtext('outbox of ' || current_schema()))
              and set_config('synchronous_commit', 'off', true) = 'off'
            """)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Returns the ids that the broker accepted. Any failure other than an event's size fails the
   * whole batch.
   */
  private Set<Long> publish(List<Row> rows) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
    for (Row row : rows) {
      sent.add(producer.send(row.record()));
    }
    producer.flush();
    Set<Long> published = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        sent.get(i).get();
        published.add(rows.get(i).id());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof RecordTooLargeException)) {
          throw e;
        }
      }
    }
    return published;
  }

  @Override
  public void close() {
    worker.close();
  }
}
