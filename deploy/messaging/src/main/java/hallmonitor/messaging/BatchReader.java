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
 *   <li>One that fails alone for an unclear cause {@value BatchTries#MOST_TRIES} times, with a
 *       healthy database, goes there too.
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

  /**
   * After so long, a reader that works on records alone asks for them again: the broker must not
   * take it for dead, and the other readers must get their turn.
   */
  private static final Duration ONE_BY_ONE = Duration.ofSeconds(10);

  private static final Duration LONGEST_WITHOUT_POLL = Duration.ofMinutes(2);
  private static final Duration LATELY = Duration.ofMillis(500);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final String name;
  private final Consumer<byte[], byte[]> consumer;
  private final BatchTries tries;
  private final BooleanSupplier healthy;
  private final WorkMarks marks;
  private @Nullable StartCheck start;
  private final Worker worker;
  private volatile long lag;
  private long newest = Long.MAX_VALUE;
  private boolean rewindFirst;
  private Duration oneByOne = ONE_BY_ONE;
  private final RecordPolls polls;

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
    this.healthy = healthy;
    this.marks = new WorkMarks(consumer);
    this.polls = new RecordPolls(consumer);
    this.worker =
        new Worker(name, this::readSome)
            .retryAfter(SHORTEST_WAIT, LONGEST_WAIT)
            .faultsAs(DeadLetters::describe)
            .essential()
            .atEnd(consumer);
    this.tries = new BatchTries(name, handler, deadLetters, healthy, worker::progressed);
    consumer.subscribe(List.copyOf(topics), marks);
  }

  /**
   * Has it remember how far it came in the service's database, too, for when the broker forgets
   * that or loses its log.
   */
  public BatchReader remembering(ReadPositions positions) {
    start = new StartCheck(consumer, positions);
    return this;
  }

  /**
   * Has it ask for records at most so often, so that a batch that follows another at once has all
   * that came meanwhile. Each batch has a cost of its own: handled one by one, a few comments in a
   * millisecond would take all processors.
   */
  public BatchReader atMostEvery(Duration between) {
    polls.atMostEvery(between);
    return this;
  }

  /**
   * Has it pass over the older records of a partition when it falls behind, so that it always works
   * on the newest ones. Only for a reader beside another that leaves nothing out.
   *
   * @param most records of a partition that it reads of those that wait
   */
  public BatchReader newest(int most) {
    newest = most;
    return this;
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
        && (fault().isPresent() || polls.sinceLast().compareTo(LONGEST_WITHOUT_POLL) < 0);
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

  /** Returns where a record lies, for a log, such as {@code hallmonitor.comments.v1-3@1200}. */
  public static String place(ConsumerRecord<byte[], byte[]> record) {
    return BatchTries.place(record);
  }

  /**
   * Has records handled on a thread that is no reader's. Waits while a record that may have ended
   * the process must be alone in it.
   */
  public static void handleBeside(Handler handler, List<ConsumerRecord<byte[], byte[]>> batch)
      throws Exception {
    WorkMarks.beside(handler, batch);
  }

  private Duration readSome() throws Exception {
    try {
      if (rewindFirst) {
        comeBack();
      }
      rewindFirst = true;
      List<ConsumerRecord<byte[], byte[]>> records = polls.next();
      passOverOlder(records);
      measureLag();
      if (start != null && start.look(marks.given())) {
        rewind();
        return Duration.ZERO;
      }
      if (!records.isEmpty()) {
        handleOrWithdraw(records);
        marks.done();
        tries.succeeded();
      }
      rewindFirst = false;
      if (start != null) {
        start.note(marks.doneUpTo());
      }
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
  private void handleOrWithdraw(List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
    try {
      handleEach(records);
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      try {
        marks.withdraw();
      } catch (KafkaException unreachable) {
        e.addSuppressed(unreachable);
      }
      throw e;
    }
  }

  private void handleEach(List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
    List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(records.size());
    Map<TopicPartition, Long> later = new HashMap<>();
    boolean anyAlone = false;
    long bytes = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      boolean alone = marks.mustBeAlone(record);
      if (!later.isEmpty() || alone && anyAlone && isTimeToPoll()) {
        later.putIfAbsent(WorkMarks.partition(record), record.offset());
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
        tries.setAside(record, deadly());
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
    return polls.sinceLast().compareTo(oneByOne) > 0;
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
      tries.handle(batch);
      marks.handled(batch);
    }
  }

  /** Back to the committed offsets, so that nothing of the failed batch is skipped. */
  private void rewind() {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(consumer.assignment());
    Map<TopicPartition, Long> beginnings =
        new HashMap<>(consumer.beginningOffsets(consumer.assignment()));
    for (TopicPartition partition : consumer.assignment()) {
      OffsetAndMetadata at = committed.get(partition);
      consumer.seek(
          partition,
          at == null ? new OffsetAndMetadata(beginnings.getOrDefault(partition, 0L)) : at);
    }
    rewindFirst = false;
  }

  private void passOverOlder(List<ConsumerRecord<byte[], byte[]>> records) {
    if (newest == Long.MAX_VALUE || records.isEmpty() || !mayBeBehind()) {
      return;
    }
    consumer
        .endOffsets(consumer.assignment())
        .forEach(
            (partition, end) -> {
              if (end - consumer.position(partition) > newest) {
                consumer.seek(partition, end - newest);
                records.removeIf(record -> WorkMarks.partition(record).equals(partition));
              }
            });
  }

  /**
   * Goes by the ends that the last fetch knew, if it came lately. To ask the broker for them takes
   * as long as it waits to answer the fetch that is already on its way.
   */
  private boolean mayBeBehind() {
    return polls.waited().compareTo(LATELY) > 0
        || consumer.assignment().stream()
            .anyMatch(partition -> consumer.currentLag(partition).orElse(Long.MAX_VALUE) > newest);
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
