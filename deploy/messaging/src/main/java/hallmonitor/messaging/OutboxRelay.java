package hallmonitor.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Publishes the committed events of an {@link Outbox}, in order, at least once: a row is deleted
 * only after the broker has it. An event that is too large for the broker stays and is reported as
 * a fault, without blocking others. Of several relays on one schema only one works at a time, so
 * that the events of a key stay in order.
 */
public final class OutboxRelay implements Runnable, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OutboxRelay.class.getName());
  private static final Duration IDLE = Duration.ofMillis(250);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(2);
  private static final int BATCH = 500;

  /** An event may have a megabyte, and a service's heap is small. */
  private static final int BATCH_BYTES = 8 << 20;

  private record Row(long id, String topic, String key, byte[] payload, String traceparent) {}

  private final Jdbi database;
  private final Producer<byte[], byte[]> producer;
  private final Semaphore work = new Semaphore(0);
  private final AtomicReference<String> fault = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean closing;
  private final Set<Long> tooLarge = new HashSet<>();

  /**
   * Creates a relay.
   *
   * @param producer idempotent, acks=all; not closed by this relay
   */
  public OutboxRelay(String name, Jdbi database, Producer<byte[], byte[]> producer) {
    this.database = database;
    this.producer = producer;
    this.thread = new Thread(this, name);
  }

  public OutboxRelay start() {
    thread.start();
    return this;
  }

  /** Signals a commit. Without it the relay checks every quarter of a second. */
  public void wake() {
    work.release();
  }

  /** Returns what prevents publishing, in words; null if nothing does. */
  public String fault() {
    return fault.get();
  }

  public boolean alive() {
    return thread.isAlive();
  }

  @Override
  public void run() {
    while (!closing) {
      Duration wait = IDLE;
      try {
        publishAll();
        if (!tooLarge.isEmpty()) {
          refused();
        } else if (fault.getAndSet(null) != null) {
          LOG.log(System.Logger.Level.INFO, "{0} publishes again", thread.getName());
        }
      } catch (Exception e) {
        if (fault.getAndSet(DeadLetters.describe(e)) == null) {
          LOG.log(
              System.Logger.Level.ERROR, thread.getName() + " cannot publish and keeps trying", e);
        }
        wait = AFTER_FAULT;
      }
      sleep(wait);
    }
  }

  private void refused() {
    String words =
        tooLarge.size()
            + " event(s) in the outbox are larger than the broker takes; raise its message.max.bytes";
    if (!words.equals(fault.getAndSet(words))) {
      LOG.log(System.Logger.Level.ERROR, "{0}: {1}", thread.getName(), words);
    }
  }

  private void publishAll() throws Exception {
    tooLarge.clear();
    while (!closing && publishSome()) {
      Thread.onSpinWait();
    }
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
                  .map(
                      (rs, ctx) ->
                          new Row(
                              rs.getLong(1),
                              rs.getString(2),
                              rs.getString(3),
                              rs.getBytes(4),
                              rs.getString(5)))
                  .list();
          Set<Long> published = publish(rows);
          rows.stream().map(Row::id).filter(id -> !published.contains(id)).forEach(tooLarge::add);
          if (!published.isEmpty()) {
            transaction
                .createUpdate("delete from outbox where id = any(:ids)")
                .bindArray("ids", Long.class, published.toArray())
                .execute();
          }
          return !rows.isEmpty();
        });
  }

  /** Tries to become the schema's only relay until the transaction ends. */
  private static boolean leads(Handle transaction) {
    return transaction
        .createQuery("select pg_try_advisory_xact_lock(hashtext('outbox of ' || current_schema()))")
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
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(row.topic(), row.key().getBytes(UTF_8), row.payload());
      if (row.traceparent() != null) {
        TraceHeaders.write(record.headers(), row.traceparent());
      }
      sent.add(producer.send(record));
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

  private void sleep(Duration wait) {
    try {
      if (work.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        work.drainPermits();
      }
    } catch (InterruptedException e) {
      closing = true;
    }
  }

  @Override
  public void close() {
    closing = true;
    wake();
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
