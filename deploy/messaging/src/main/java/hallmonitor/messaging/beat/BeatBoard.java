package hallmonitor.messaging.beat;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.ServiceBeat;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Listens to the signs of life of all services, its own included: if not even those come back, the
 * broker is at fault. Each instance reads all of them, without a group.
 */
public final class BeatBoard implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(BeatBoard.class.getName());
  private static final TopicPartition BEATS =
      new TopicPartition(Topic.SERVICE_BEATS.topicName(), 0);
  private static final int MOST_AT_ONCE = 500;

  /** Shorter than what counts as having stood still. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

  private final Consumer<byte[], byte[]> consumer;
  private final Hearings hearings;
  private final Worker worker;
  private boolean assigned;
  private long liveFrom;

  /**
   * Creates a board.
   *
   * @param kafka connection to the brokers
   * @param limits how long a process that says nothing still counts beside one that speaks
   */
  public BeatBoard(Map<String, Object> kafka, SilenceLimits limits) {
    hearings = new Hearings(limits.running(), System.nanoTime());
    // The group is named by the service and never joined.
    consumer = KafkaClients.consumer(kafka, "beats", MOST_AT_ONCE);
    worker = new Worker("beats", this::listen).atEnd(consumer);
  }

  public BeatBoard start() {
    worker.start();
    return this;
  }

  public boolean alive() {
    return worker.alive();
  }

  /**
   * Returns what was heard of a service.
   *
   * @param service its name in {@link ServiceBeat}
   */
  public Hearing of(String service) {
    return hearings.of(service, System.nanoTime());
  }

  private Duration listen() {
    hearings.listened(System.nanoTime());
    if (!assigned) {
      consumer.assign(List.of(BEATS));
      liveFrom = consumer.endOffsets(List.of(BEATS), LONGEST_CALL).getOrDefault(BEATS, 0L);
      consumer.seekToBeginning(List.of(BEATS));
      assigned = true;
    }
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
      hear(record);
    }
    return Duration.ZERO;
  }

  /** One that cannot be read is as good as none: the next one follows in seconds. */
  private void hear(ConsumerRecord<byte[], byte[]> record) {
    try {
      ServiceBeat beat = EventJson.read(record.value(), ServiceBeat.class);
      hearings.hear(beat, record.offset() >= liveFrom, System.nanoTime());
    } catch (EventJson.UnreadableEvent e) {
      LOG.log(System.Logger.Level.WARNING, "a sign of life cannot be read", e);
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
