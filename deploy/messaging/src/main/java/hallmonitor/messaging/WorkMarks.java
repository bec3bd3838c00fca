package hallmonitor.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Notes which records are being worked on, so that one that ends the process is known after some
 * ends. The note stands in the metadata of the group's committed offset: it is durable before the
 * work begins, costs one request to the broker for each batch, and follows the partition to any
 * instance. Not thread-safe, as its consumer.
 *
 * <p>A record is alone only if no other reader of this process has anything in hand, nor what
 * {@link #beside} handles: the one that ended it is then known, and none of the others answers for
 * it.
 */
final class WorkMarks implements ConsumerRebalanceListener {
  /** A record that ended the process this often, alone the last time, is set aside. */
  static final int MOST_DEATHS = 3;

  private static final Pattern MARK =
      Pattern.compile("begun (\\d{1,9}) until (\\d{1,18})( alone)?");

  /**
   * Shared by all readers of this process; only what must be alone takes it for itself. It is not
   * fair, so that a reader with many such records gets on with them, for the time that {@link
   * BatchReader} allows.
   */
  private static final ReentrantReadWriteLock PROCESS = new ReentrantReadWriteLock();

  /**
   * What earlier processes left unfinished.
   *
   * @param from offset of its first record
   * @param deaths how often they ended in the middle of it; 0 for no mark
   * @param until offset of its last record
   * @param alone whether only its first record was being worked on
   */
  private record Mark(long from, int deaths, long until, boolean alone) {
    static final Mark NONE = new Mark(-1, 0, -1, false);

    static Mark read(OffsetAndMetadata at) {
      Matcher mark = MARK.matcher(at.metadata());
      return mark.matches()
          ? new Mark(
              at.offset(),
              Integer.parseInt(mark.group(1)),
              Long.parseLong(mark.group(2)),
              mark.group(3) != null)
          : NONE;
    }

    boolean isSuspect(long offset) {
      return offset <= until;
    }

    /** The death of a record that was alone says nothing about those after it. */
    private Mark after(long offset) {
      return alone && offset != from ? new Mark(from, deaths - 1, until, false) : this;
    }

    Mark next(long first, long last, boolean onlyOne) {
      return isSuspect(first)
          ? new Mark(first, after(first).deaths + 1, until, onlyOne)
          : new Mark(first, 1, last, onlyOne);
    }

    OffsetAndMetadata at(long offset) {
      return new OffsetAndMetadata(offset, isSuspect(offset) ? after(offset).note() : "");
    }

    private String note() {
      return "begun " + deaths + " until " + until + (alone ? " alone" : "");
    }
  }

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Mark> left = new HashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> begun = new HashMap<>();
  private final Map<TopicPartition, Integer> epochs = new HashMap<>();
  private final Set<TopicPartition> given = new HashSet<>();
  private final Map<TopicPartition, Long> doneUpTo = new HashMap<>();
  private @Nullable Lock held;

  WorkMarks(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    forget(partitions);
    given.addAll(partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    forget(partitions);
    given.removeAll(partitions);
  }

  private void forget(Collection<TopicPartition> partitions) {
    left.keySet().removeAll(partitions);
    begun.keySet().removeAll(partitions);
    epochs.keySet().removeAll(partitions);
    doneUpTo.keySet().removeAll(partitions);
  }

  /** Returns partitions that this reader was given and that nobody has looked at; live. */
  Set<TopicPartition> given() {
    return given;
  }

  /** Returns the offsets that {@link #done} committed, of those that it did for; live. */
  Map<TopicPartition, Long> doneUpTo() {
    return doneUpTo;
  }

  /** Returns whether a process ended while this record, perhaps with others, was worked on. */
  boolean isSuspect(ConsumerRecord<byte[], byte[]> record) {
    return leftIn(partition(record)).isSuspect(record.offset());
  }

  /** Returns whether it is a suspect so often that it must be worked on alone. */
  boolean mustBeAlone(ConsumerRecord<byte[], byte[]> record) {
    return isSuspect(record) && leftIn(partition(record)).deaths() >= MOST_DEATHS - 1;
  }

  /** Returns whether this record, and no other, has ended the process too often. */
  boolean isCondemned(ConsumerRecord<byte[], byte[]> record) {
    Mark mark = leftIn(partition(record));
    return mark.alone() && mark.deaths() >= MOST_DEATHS && record.offset() == mark.from();
  }

  /** What the last process was at is asked once for each partition. */
  private Mark leftIn(TopicPartition partition) {
    return left.computeIfAbsent(
        partition,
        p ->
            Optional.ofNullable(consumer.committed(Set.of(p)).get(p))
                .map(at -> read(p, at))
                .orElse(Mark.NONE));
  }

  private Mark read(TopicPartition partition, OffsetAndMetadata at) {
    at.leaderEpoch().ifPresent(epoch -> epochs.putIfAbsent(partition, epoch));
    return Mark.read(at);
  }

  /** Has records handled that no reader has in hand, but not while one must be alone. */
  static void beside(BatchReader.Handler handler, List<ConsumerRecord<byte[], byte[]>> batch)
      throws Exception {
    Lock lock = PROCESS.readLock();
    lock.lockInterruptibly();
    try {
      handler.handle(batch);
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether one record keeps the other readers of this process waiting, or soon will. */
  static boolean oneAlone() {
    return PROCESS.isWriteLocked() || PROCESS.hasQueuedThreads();
  }

  /**
   * Notes that these, which follow on one another in each partition, are now worked on. Waits for
   * the other readers if one of them, or this one, must be alone. {@link #handled} or {@link
   * #withdraw} ends it. An error that ends the process does not: what waits meanwhile must not
   * begin.
   */
  void begin(List<ConsumerRecord<byte[], byte[]>> batch) throws InterruptedException {
    boolean alone = mustBeAlone(batch.get(0));
    Lock lock = alone ? PROCESS.writeLock() : PROCESS.readLock();
    lock.lockInterruptibly();
    held = lock;
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> parts =
        batch.stream().collect(Collectors.groupingBy(WorkMarks::partition));
    Map<TopicPartition, OffsetAndMetadata> marks = new HashMap<>();
    parts.forEach(
        (partition, records) -> {
          long from = records.get(0).offset();
          long last = records.get(records.size() - 1).offset();
          Mark before = leftIn(partition);
          marks.put(partition, written(partition, before.next(from, last, alone).at(from)));
          begun.put(partition, written(partition, before.at(from)));
          records
              .get(records.size() - 1)
              .leaderEpoch()
              .ifPresent(epoch -> epochs.put(partition, epoch));
        });
    commit(marks);
  }

  /**
   * What was alone is done at once: while others are in hand, it must not look as if it were, too.
   */
  void handled(List<ConsumerRecord<byte[], byte[]>> batch) {
    ConsumerRecord<byte[], byte[]> first = batch.get(0);
    if (mustBeAlone(first)) {
      TopicPartition partition = partition(first);
      commit(Map.of(partition, written(partition, leftIn(partition).at(first.offset() + 1))));
      begun.remove(partition);
    }
    release();
  }

  /** Takes back what was noted, because the work stopped for another reason. */
  void withdraw() {
    try {
      begun.keySet().retainAll(consumer.assignment());
      if (!begun.isEmpty()) {
        commit(Map.copyOf(begun));
        begun.clear();
      }
    } finally {
      release();
    }
  }

  private void release() {
    if (held != null) {
      held.unlock();
      held = null;
    }
  }

  /** Goes past a condemned record. */
  void pass(ConsumerRecord<byte[], byte[]> record) {
    left.put(partition(record), Mark.NONE);
    commit(Map.of(partition(record), new OffsetAndMetadata(record.offset() + 1)));
  }

  /** Commits how far this reader has come, and what is still suspected behind that. */
  void done() {
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    left.forEach(
        (partition, mark) ->
            next.put(partition, written(partition, mark.at(consumer.position(partition)))));
    commit(next);
    next.forEach((partition, at) -> doneUpTo.put(partition, at.offset()));
    begun.clear();
  }

  /**
   * With the leadership that wrote the last record: a broker that lost the end of its log writes
   * others in their place, and the consumer then goes back to where that began.
   */
  private OffsetAndMetadata written(TopicPartition partition, OffsetAndMetadata at) {
    return new OffsetAndMetadata(
        at.offset(), Optional.ofNullable(epochs.get(partition)), at.metadata());
  }

  private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    try {
      consumer.commitSync(offsets);
    } catch (WakeupException e) {
      // It was meant for a poll, and what is done must not look unfinished.
      consumer.commitSync(offsets);
    }
  }

  static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
