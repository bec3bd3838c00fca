package hallmonitor.ingest.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.ingest.account.CommentLog.Broken;
import hallmonitor.ingest.account.CommentLog.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the checkpoint topic to its end, once for all accounts that wait for theirs. It contains 60
 * days of all accounts' comments: at the start of a service with 300 accounts, each of them would
 * otherwise read all of it. Any thread may call it.
 */
public final class CheckpointScan {
  private static final String TOPIC = Topic.INGEST_CHECKPOINTS.topicName();
  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** What was found for one account so far. */
  private static final class Found {
    private final Map<String, KnownComment> known = new HashMap<>();
    private AccountCheckpoint checkpoint = AccountCheckpoint.START;
    private @Nullable Broken broken;
  }

  /** An account that waits; guarded by the scan's lock. */
  private static final class Waiting {
    private final String account;
    private @Nullable Found found;

    Waiting(String account) {
      this.account = account;
    }
  }

  private final Map<String, Object> connection;
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

  public CheckpointScan(Map<String, Object> connection) {
    this.connection = new HashMap<>(connection);
    this.connection.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    this.connection.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    this.connection.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
  }

  /**
   * Returns an account's state, with everything that was committed before the call. Waits for a
   * running scan, and then for one that starts after the call.
   */
  State of(String account) throws Broken {
    Waiting mine = new Waiting(account);
    waiting.add(mine);
    Found found;
    synchronized (this) {
      if (mine.found == null) {
        scan();
      }
      found = Objects.requireNonNull(mine.found);
    }
    if (found.broken != null) {
      throw found.broken;
    }
    return new State(found.checkpoint, found.known);
  }

  /** Reads for all accounts that wait now. A failure applies to all of them. */
  private void scan() {
    List<Waiting> served = new ArrayList<>(waiting);
    waiting.removeAll(served);
    Map<String, Found> found = new HashMap<>();
    served.forEach(one -> one.found = found.computeIfAbsent(one.account, id -> new Found()));
    try {
      read(found);
    } catch (Broken e) {
      found.values().forEach(one -> one.broken = e);
    } catch (KafkaException e) {
      found.values().forEach(one -> one.broken = KafkaCommentLog.broken(e));
    }
  }

  /**
   * Reads up to the end of the topic after the waiting accounts started to wait. That end includes
   * open transactions of other accounts: the end of committed data is before them, but records of a
   * waiting account may be after them.
   */
  private void read(Map<String, Found> found) throws Broken {
    try (Consumer<byte[], byte[]> reader = reader(IsolationLevel.READ_COMMITTED)) {
      List<TopicPartition> partitions =
          reader.partitionsFor(TOPIC).stream()
              .map(p -> new TopicPartition(TOPIC, p.partition()))
              .toList();
      Map<TopicPartition, Long> ends = ends(partitions);
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      long deadline = System.nanoTime() + LONGEST.toNanos();
      while (partitions.stream().anyMatch(p -> reader.position(p) < ends.getOrDefault(p, 0L))) {
        reader.poll(Duration.ofMillis(100)).forEach(record -> take(record, found));
        if (System.nanoTime() > deadline) {
          throw new Broken(
              "The checkpoint topic could not be read to its end in two minutes.", null);
        }
      }
    }
  }

  /** An account's id has no slash, but a comment's may have some. */
  private static void take(ConsumerRecord<byte[], byte[]> record, Map<String, Found> found) {
    String key = new String(record.key(), UTF_8);
    int slash = key.indexOf('/');
    Found of = found.get(slash < 0 ? key : key.substring(0, slash));
    if (of == null) {
      return;
    }
    try {
      take(of, slash < 0 ? "" : key.substring(slash + 1), record.value());
    } catch (EventJson.UnreadableEvent e) {
      of.broken = new Broken("What was last read of this account cannot be understood.", e);
    }
  }

  private static void take(Found of, String comment, byte @Nullable [] value) {
    if (comment.isEmpty() && value != null) {
      of.checkpoint = EventJson.read(value, AccountCheckpoint.class);
    } else if (value == null) {
      of.known.remove(comment);
    } else {
      of.known.put(comment, EventJson.read(value, KnownComment.class));
    }
  }

  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
    try (Consumer<byte[], byte[]> reader = reader(IsolationLevel.READ_UNCOMMITTED)) {
      reader.assign(partitions);
      return reader.endOffsets(partitions);
    }
  }

  private Consumer<byte[], byte[]> reader(IsolationLevel isolation) {
    Map<String, Object> config = new HashMap<>(connection);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
