package hallmonitor.moderation.pipeline;

import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.Blame;
import hallmonitor.messaging.Worker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What one reader found ahead of the first look, until the pipeline has handled it: on a thread of
 * its own, so that looking goes on meanwhile, and no reader's danger waits for another's. What is
 * lost with the process is handled by the first look in its turn, and so is what the pipeline
 * refuses.
 */
public final class UrgentQueue implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(UrgentQueue.class.getName());

  /** Records of a transaction, but for what belongs to the last of them: it locks partitions. */
  private static final int AT_ONCE = 50;

  /** Handling takes several times a record's bytes in memory. */
  private static final long BYTES_AT_ONCE = 8 << 20;

  /** When as many records wait, or as many bytes, looking waits, too. */
  private static final int MOST = 2 * AT_ONCE;

  private static final long MOST_BYTES = 2 * BYTES_AT_ONCE;

  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(1);

  /** A reader that did not ask for records for so long counts as hanging, too. */
  private static final Duration HANGS = Duration.ofMinutes(2);

  private final BatchReader.Handler pipeline;
  private final BooleanSupplier healthy;
  private final Deque<List<ConsumerRecord<byte[], byte[]>>> waiting = new ArrayDeque<>();
  private final Worker worker;
  private List<ConsumerRecord<byte[], byte[]>> present = List.of();

  /**
   * Creates a queue.
   *
   * @param name of its thread
   * @param pipeline also called by the first look and by another queue
   * @param healthy whether the database works
   */
  public UrgentQueue(String name, BatchReader.Handler pipeline, BooleanSupplier healthy) {
    this.worker =
        new Worker(name, this::handleSome)
            .retryAfter(STEP, LONGEST_RETRY)
            .longestStep(HANGS)
            .essential();
    this.pipeline = pipeline;
    this.healthy = healthy;
  }

  public UrgentQueue start() {
    worker.start();
    return this;
  }

  /**
   * Adds records. Waits while too many wait, but not while a record must be alone in the process:
   * this queue then waits for the reader that adds.
   *
   * @throws Worker.Trouble if too many wait and the pipeline has a fault
   */
  public void add(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
    synchronized (this) {
      while (isFull() && !BatchReader.oneAlone()) {
        Optional<String> fault = worker.fault();
        if (fault.isPresent()) {
          throw new Worker.Trouble(fault.get(), null);
        }
        wait(STEP.toMillis());
      }
      waiting.addLast(records);
    }
    worker.wake();
  }

  private boolean isFull() {
    return waiting.stream().mapToInt(List::size).sum() >= MOST
        || waiting.stream().mapToLong(UrgentQueue::bytes).sum() >= MOST_BYTES;
  }

  private static long bytes(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().mapToLong(record -> record.value().length).sum();
  }

  private Duration handleSome() throws Exception {
    if (present.isEmpty()) {
      present = take();
    }
    if (present.isEmpty()) {
      return Worker.IDLE;
    }
    handle(present);
    present = List.of();
    return Duration.ZERO;
  }

  private synchronized List<ConsumerRecord<byte[], byte[]>> take() {
    List<ConsumerRecord<byte[], byte[]>> some = new ArrayList<>();
    while (!waiting.isEmpty()
        && (some.isEmpty()
            || some.size() < AT_ONCE && bytes(some) + bytes(waiting.getFirst()) <= BYTES_AT_ONCE)) {
      some.addAll(waiting.removeFirst());
    }
    notifyAll();
    return inOrder(some);
  }

  private void handle(List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
    try {
      BatchReader.handleBeside(pipeline, records);
    } catch (Exception | Error e) {
      if (!Blame.mayBeOnRecord(e, healthy)) {
        throw e;
      }
      if (records.size() == 1) {
        LOG.log(
            System.Logger.Level.WARNING,
            "The record at {0}, found ahead of the first look, is left to it: {1}",
            BatchReader.place(records.get(0)),
            e.getClass().getSimpleName());
        return;
      }
      int middle = records.size() / 2;
      handle(records.subList(0, middle));
      handle(records.subList(middle, records.size()));
    }
  }

  /** A reader that began again finds the same; and an edit comes after its comment. */
  private static List<ConsumerRecord<byte[], byte[]>> inOrder(
      List<ConsumerRecord<byte[], byte[]>> records) {
    Map<TopicPartition, SortedMap<Long, ConsumerRecord<byte[], byte[]>>> byPlace =
        new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      byPlace
          .computeIfAbsent(
              new TopicPartition(record.topic(), record.partition()), p -> new TreeMap<>())
          .put(record.offset(), record);
    }
    return byPlace.values().stream().flatMap(of -> of.values().stream()).toList();
  }

  /** Returns what keeps it from working, in words; empty if it works. */
  public Optional<String> fault() {
    return worker.fault();
  }

  public boolean alive() {
    return worker.alive();
  }

  /** Finishes what it has begun. */
  @Override
  public void close() {
    worker.close();
  }
}
