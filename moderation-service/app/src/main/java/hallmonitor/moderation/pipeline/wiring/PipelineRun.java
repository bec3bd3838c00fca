package hallmonitor.moderation.pipeline.wiring;

import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.DeadLetters;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.OutboxRelay;
import hallmonitor.messaging.ReadPositions;
import hallmonitor.moderation.pipeline.CommentPipeline;
import hallmonitor.moderation.pipeline.FirstLookTurns;
import hallmonitor.moderation.pipeline.LookAhead;
import hallmonitor.moderation.pipeline.Precedence;
import hallmonitor.moderation.pipeline.SecondLook;
import hallmonitor.moderation.pipeline.ServiceEventHandlers;
import hallmonitor.moderation.pipeline.UrgentQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * The readers, the second look and the relay of one service, started together and stopped in order:
 * first the incoming side, then the outgoing one.
 */
public final class PipelineRun implements AutoCloseable {
  /** The group in which all instances share the comments. */
  static final String FIRST_LOOK = "moderation-comments";

  /** Most records that are looked at ahead together: a fraction of a second of work. */
  private static final int AHEAD = 4_000;

  /** At a thousand comments a second two readers then take about 50 turns of 20 comments. */
  private static final Duration BETWEEN_TURNS = Duration.ofMillis(40);

  /**
   * Records of a partition that are looked at the moment they arrive, whatever waits before them.
   */
  private static final int NEWEST = 300;

  private static final Duration BETWEEN_LOOKS_AHEAD = Duration.ofMillis(100);

  /** Reports are few, so a batch need not be large. */
  private static final int REPORTS = 500;

  private final Map<String, Object> kafka;
  private final Producer<byte[], byte[]> producer;
  private final OutboxRelay relay;
  private final SecondLook secondLook;
  private final Precedence precedence;
  private final BooleanSupplier healthy;
  private final ReadPositions positions;
  private final Map<String, BatchReader> readers = new LinkedHashMap<>();
  private final Map<String, UrgentQueue> urgent = new LinkedHashMap<>();

  /**
   * Creates a run.
   *
   * @param kafka connection to the brokers
   * @param producer for dead letters; not closed here
   * @param precedence of the look-ahead over both looks
   * @param healthy whether the database works
   * @param positions how far each reader has come, in the database
   */
  public PipelineRun(
      Map<String, Object> kafka,
      Producer<byte[], byte[]> producer,
      OutboxRelay relay,
      SecondLook secondLook,
      Precedence precedence,
      BooleanSupplier healthy,
      ReadPositions positions) {
    this.healthy = healthy;
    this.positions = positions;
    this.secondLook = secondLook;
    this.precedence = precedence;
    this.kafka = Map.copyOf(kafka);
    this.producer = producer;
    this.relay = relay;
  }

  /**
   * Starts it.
   *
   * @param ahead reads the comments ahead of the first look
   * @param count comment batches handled in parallel
   * @param maxBatch most comments in one of them
   */
  public PipelineRun start(
      CommentPipeline comments,
      LookAhead ahead,
      int count,
      int maxBatch,
      ServiceEventHandlers handlers) {
    relay.start();
    secondLook.start();
    List<BatchReader> firstLook = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      firstLook.add(
          read(
              "comments-" + i,
              FIRST_LOOK,
              maxBatch,
              List.of(Topic.COMMENTS.topicName()),
              new FirstLookTurns(comments, precedence, maxBatch),
              new DeadLetters(producer, FIRST_LOOK),
              BETWEEN_TURNS));
    }
    BatchReader lookAhead =
        read(
            "comments-ahead",
            "moderation-comments-ahead",
            AHEAD,
            List.of(Topic.COMMENTS.topicName()),
            ahead.givingTo(urgent("urgent-ahead", comments)::add),
            (record, why) -> {}, // the first look reads it, too, and sets it aside
            BETWEEN_LOOKS_AHEAD);
    precedence.unread(() -> unread(lookAhead, firstLook));
    // What arrives now is not to wait until the look-ahead has read what arrived before it.
    start(
        "comments-newest",
        reader(
                "comments-newest",
                "moderation-comments-newest",
                AHEAD,
                List.of(Topic.COMMENTS.topicName()),
                ahead.givingTo(urgent("urgent-newest", comments)::add),
                (record, why) -> {},
                BETWEEN_LOOKS_AHEAD)
            .newest(NEWEST));
    read("posts", Topic.POSTS, handlers.posts());
    read("blocks", Topic.BLOCKS, handlers.blocks());
    read("action-results", Topic.ACTION_RESULTS, handlers.actionResults());
    read("escalation-events", Topic.ESCALATION_EVENTS, handlers.escalationEvents());
    read("account-status", Topic.ACCOUNT_STATUS, handlers.accountStatuses());
    read("account-profiles", Topic.ACCOUNT_PROFILES, handlers.accountProfiles());
    read("credential-results", Topic.CREDENTIAL_RESULTS, handlers.credentialResults());
    read("credential-reception", Topic.CREDENTIAL_RECEPTION, handlers.credentialReception());
    read("evidence-results", Topic.EVIDENCE_RESULTS, handlers.evidenceResults());
    read(
        "dead-letters",
        "moderation-dead-letters",
        REPORTS,
        Arrays.stream(Topic.values()).map(Topic::deadLetters).toList(),
        handlers.deadLetters(),
        handlers.unstorable(),
        Duration.ZERO);
    return this;
  }

  /**
   * What the look-ahead has left behind, the first look may have handled: then nothing waits. Two
   * services share the partitions of both differently, so each counts only what it reads itself.
   */
  private static long unread(BatchReader ahead, List<BatchReader> firstLook) {
    return ahead.alive() && ahead.fault().isEmpty()
        ? Math.min(ahead.lag(), firstLook.stream().mapToLong(BatchReader::lag).sum())
        : 0;
  }

  private void read(String name, Topic topic, BatchReader.Handler handler) {
    String group = "moderation-" + name;
    DeadLetters aside = new DeadLetters(producer, group);
    read(name, group, REPORTS, List.of(topic.topicName()), handler, aside, Duration.ZERO);
  }

  private BatchReader read(
      String name,
      String group,
      int maxBatch,
      List<String> topics,
      BatchReader.Handler handler,
      BatchReader.Aside aside,
      Duration between) {
    return start(
        name,
        reader(name, group, maxBatch, topics, handler, aside, between).remembering(positions));
  }

  private BatchReader reader(
      String name,
      String group,
      int maxBatch,
      List<String> topics,
      BatchReader.Handler handler,
      BatchReader.Aside aside,
      Duration between) {
    // Only these have a rhythm: thousands of comments may wait in some partitions, none in others.
    Consumer<byte[], byte[]> consumer =
        between.isZero()
            ? KafkaClients.consumer(kafka, group, maxBatch)
            : KafkaClients.promptConsumer(kafka, group, maxBatch);
    return new BatchReader(name, consumer, topics, handler, aside, healthy).atMostEvery(between);
  }

  private UrgentQueue urgent(String name, CommentPipeline comments) {
    UrgentQueue queue = new UrgentQueue(name, comments::handleAhead, healthy).start();
    urgent.put(name, queue);
    return queue;
  }

  private BatchReader start(String name, BatchReader reader) {
    readers.put(name, reader.start());
    return reader;
  }

  /** Returns readers by name, such as {@code action-results}. */
  public Map<String, BatchReader> readers() {
    return readers;
  }

  public OutboxRelay relay() {
    return relay;
  }

  /** Returns what has stopped, in words; empty if everything works. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    readers.forEach((name, reader) -> note(faults, name, reader.fault(), reader.alive()));
    urgent.forEach((name, queue) -> note(faults, name, queue.fault(), queue.alive()));
    note(faults, "second look", secondLook.fault(), secondLook.alive());
    note(faults, "outbox", relay.fault(), relay.alive());
    return faults;
  }

  private static void note(
      List<String> faults, String name, Optional<String> fault, boolean alive) {
    if (fault.isPresent()) {
      faults.add(name + ": " + fault.get());
    } else if (!alive) {
      faults.add(name + ": it has ended or hangs; restart the service");
    }
  }

  @Override
  public void close() {
    precedence.end();
    // In parallel: each finishes its current batch, which may take seconds.
    readers.values().parallelStream().forEach(BatchReader::close);
    Stream.<Runnable>concat(
            urgent.values().stream().map(queue -> queue::close), Stream.of(secondLook::close))
        .parallel()
        .forEach(Runnable::run);
    relay.close();
  }
}
