package hallmonitor.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic in batches, at least once: offsets advance only after the handler has returned.
 *
 * <p>A batch has at most 8 MiB, or one record.
 *
 * <p>One record stops nothing. A failed batch is handled in ever smaller parts, so that a bad
 * record neither loses nor blocks its neighbors:
 *
 * <ul>
 *   <li>A record that no retry can make usable goes to the dead letters, see {@link Blame}.
 *   <li>One that fails alone for an unclear cause {@value #MOST_TRIES} times, with a healthy
 *       database, goes there too.
 *   <li>One that ends the process {@value WorkMarks#MOST_DEATHS} times goes there too, see {@link
 *       WorkMarks}.
 *   <li>A database or broker in trouble is waited for, and reported through {@link #fault()}.
 * </ul>
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

  /** Keeps a record that is passed over, durably. */
  @FunctionalInterface
  public interface Aside {
    void add(ConsumerRecord<byte[], byte[]> record, Throwable why);
  }

  private static final System.Logger LOG = System.getLogger(BatchReader.class.getName());

  /** Handlers need several times a record's bytes in memory. One record is always accepted. */
  private static final long MOST_BYTES_AT_ONCE = 8 << 20;

  /** Takes one and a half seconds, which a passing fault of our own rarely outlasts. */
  static final int MOST_TRIES = 5;

  /**
   * So many in a row look like a fault of the service. From then on, each waits longer, so that
   * such a fault does not empty a topic into the dead letters.
   */
  private static final int MOST_IN_A_ROW = 10;

  /**
   * After so long, a reader that works on records alone asks for them again: the broker must not
   * take it for dead, and the other readers must get their turn.
   */
  private static final Duration ONE_BY_ONE = Duration.ofSeconds(10);

  private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final String name;
  private final Consumer<byte[], byte[]> consumer;
  private final Handler handler;
  private final Aside deadLetters;
  private final BooleanSupplier healthy;
  private final WorkMarks marks;
  private final Map<String, Integer> tries = new HashMap<>();
  private int inARow;
  private final Worker worker;
  private volatile long lag;
  private boolean rewindFirst;
  private Duration oneByOne = ONE_BY_ONE;
  private volatile long lastPolledNanos = System.nanoTime();

  /**
   * Creates a reader.
   *
   * @param consumer with enable.auto.commit=false; owned by this reader
   * @param healthy whether the handler's database works, see {@link Database#health}
   */
  public BatchReader(
      String name,
      Consumer<byte[], byte[]> consumer,
      List<String> topics,
      Handler handler,
      Aside deadLetters,
      BooleanSupplier healthy) {
    this.name = name;
    this.consumer = consumer;
    this.handler = handler;
    this.deadLetters = deadLetters;
    this.healthy = healthy;
    this.marks = new WorkMarks(consumer);
    this.worker =
        new Worker(name, this::readSome)
            .retryAfter(SHORTEST_WAIT, LONGEST_WAIT)
            .faultsAs(DeadLetters::describe)
            .atEnd(consumer);
    consumer.subscribe(List.copyOf(topics), marks);
  }

  /** Sets after how long it asks again for records that it works on alone. */
  BatchReader oneByOne(Duration longest) {
    oneByOne = longest;
    return this;
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

  /**
   * Returns whether a record that may have ended the process is worked on alone, or soon will be:
   * no handler should then wait for another.
   */
  public static boolean oneAlone() {
    return WorkMarks.oneAlone();
  }

  private Duration readSome() throws Exception {
    try {
      if (rewindFirst) {
        comeBack();
      }
      rewindFirst = true;
      ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(1));
      lastPolledNanos = System.nanoTime();
      measureLag();
      if (!records.isEmpty()) {
        handleOrWithdraw(records);
        marks.done();
        tries.clear();
      }
      rewindFirst = false;
    } catch (WakeupException e) {
      LOG.log(System.Logger.Level.DEBUG, "{0} was woken to end", name);
    }
    return Duration.ZERO;
  }

  /** After a failure: no record is worked on, and noted, before there is a database for it. */
  private void comeBack() {
    if (worker.fault().isPresent() && !healthy.getAsBoolean()) {
      throw new Worker.Trouble("the database does not answer, or takes no changes", null);
    }
    rewind();
  }

  /** Only an end of the process leaves the note that these were worked on. */
  private void handleOrWithdraw(ConsumerRecords<byte[], byte[]> records) throws Exception {
    try {
      handle(records);
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      try {
        marks.withdraw();
      } catch (KafkaException unreachable) {
        e.addSuppressed(unreachable);
      }
      throw e;
    }
  }

  private void handle(ConsumerRecords<byte[], byte[]> records) throws Exception {
    List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(records.count());
    Map<TopicPartition, Long> later = new HashMap<>();
    boolean anyAlone = false;
    long bytes = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      boolean alone = marks.mustBeAlone(record);
      if (!later.isEmpty() || alone && anyAlone && isTimeToPoll()) {
        later.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset());
        continue;
      }
      anyAlone |= alone;
      long size = record.value() == null ? 0 : record.value().length;
      if (!batch.isEmpty() && (bytes + size > MOST_BYTES_AT_ONCE || isApart(record, batch))) {
        begin(List.copyOf(batch));
        batch.clear();
        bytes = 0;
      }
      if (marks.isCondemned(record)) {
        setAside(record, deadly());
        marks.pass(record);
      } else {
        batch.add(record);
        bytes += size;
      }
    }
    begin(batch);
    later.forEach(consumer::seek);
  }

  private boolean isTimeToPoll() {
    return System.nanoTime() - lastPolledNanos > oneByOne.toNanos();
  }

  /** What may have ended the process is worked on without other records, at last alone. */
  private boolean isApart(
      ConsumerRecord<byte[], byte[]> record, List<ConsumerRecord<byte[], byte[]>> batch) {
    ConsumerRecord<byte[], byte[]> last = batch.get(batch.size() - 1);
    return marks.isSuspect(record) != marks.isSuspect(last)
        || marks.mustBeAlone(record)
        || marks.mustBeAlone(last);
  }

  private static Unusable deadly() {
    return new Unusable(
        "the process ended "
            + WorkMarks.MOST_DEATHS
            + " times while it worked on this record, for example for lack of memory",
        null);
  }

  private void begin(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
    if (!batch.isEmpty()) {
      marks.begin(batch);
      handle(batch);
      marks.handled(batch);
    }
  }

  /** Halves a failing batch until the bad record is alone, which needs few retries. */
  private void handle(List<ConsumerRecord<byte[], byte[]>> batch) throws Exception {
    try {
      handler.handle(batch);
      inARow = 0;
    } catch (Exception | Error e) {
      if (!Blame.mayBeOnRecord(e, healthy)) {
        throw e;
      }
      if (batch.size() > 1) {
        int middle = batch.size() / 2;
        handle(batch.subList(0, middle));
        handle(batch.subList(middle, batch.size()));
      } else if (Blame.of(e) == Blame.RECORD || isLastTry(batch.get(0))) {
        passOver(batch.get(0), e);
      } else {
        throw e;
      }
    }
  }

  private boolean isLastTry(ConsumerRecord<byte[], byte[]> record) {
    return tries.merge(place(record), 1, Integer::sum) >= MOST_TRIES;
  }

  private void passOver(ConsumerRecord<byte[], byte[]> record, Throwable e) {
    setAside(record, Blame.shown(e));
    inARow++;
    if (inARow < MOST_IN_A_ROW) {
      worker.progressed();
    }
  }

  private void setAside(ConsumerRecord<byte[], byte[]> record, Throwable why) {
    LOG.log(
        System.Logger.Level.ERROR,
        "{0}: {1} is set aside with the failed messages: {2}",
        name,
        place(record),
        DeadLetters.describe(why));
    deadLetters.add(record, why);
  }

  private static String place(ConsumerRecord<byte[], byte[]> record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
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
