package hallmonitor.bench;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.Worker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Notes when the order to hide a comment of one account can be read from its topic. */
public final class OrderedHides implements AutoCloseable {
  private static final int MOST_AT_ONCE = 500;
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final String account;
  private final Consumer<byte[], byte[]> orders;
  private final Map<String, Hide> ordered = new ConcurrentHashMap<>();
  private final Worker worker = new Worker("ordered-hides", this::read).atEnd(this::disconnect);

  /**
   * The order to hide a comment.
   *
   * @param readAt by {@link System#nanoTime}
   * @param ofDanger whether it waited until the evidence was sealed
   */
  public record Hide(long readAt, boolean ofDanger) {}

  public OrderedHides(Map<String, Object> broker, String account) {
    this.account = account;
    orders = KafkaClients.consumer(broker, "bench-ordered-hides", MOST_AT_ONCE);
    orders.assign(
        orders.partitionsFor(Topic.ACTIONS.topicName()).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList());
    worker.start();
  }

  /** Returns the first order to hide each comment, by the comment's id. */
  public Map<String, Hide> ordered() {
    return ordered;
  }

  private Duration read() {
    var records = orders.poll(PATIENCE);
    long now = System.nanoTime();
    records.forEach(
        record -> {
          ActionOrdered order = EventJson.read(record.value(), ActionOrdered.class);
          if (order.action() == PlatformAction.HIDE && order.comment().account().equals(account)) {
            ordered.putIfAbsent(
                order.comment().id(),
                new Hide(now, order.urgency() == ActionOrdered.Urgency.DANGER));
          }
        });
    return Duration.ZERO;
  }

  private void disconnect() {
    orders.close();
  }

  @Override
  public void close() {
    worker.close();
  }
}
