package hallmonitor.bench.escalations;

import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.EvidenceSealed;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;

/** Listens, as the moderation service does, for the seal that lets a hide be ordered. */
final class SealsHeard implements AutoCloseable {
  private final Consumer<byte[], byte[]> consumer;
  private final Map<UUID, Long> heard = new ConcurrentHashMap<>();
  private final Worker worker;

  SealsHeard(Map<String, Object> broker) {
    consumer = KafkaClients.consumer(broker, "bench-seals", 500);
    consumer.subscribe(List.of(Topic.ESCALATION_EVENTS.topicName()));
    worker = new Worker("seals heard", this::hear).atEnd(consumer).start();
  }

  private Duration hear() {
    consumer
        .poll(Duration.ofMillis(100))
        .forEach(
            record -> {
              long now = System.nanoTime();
              if (EventJson.read(record.value(), EscalationEvent.class)
                  instanceof EvidenceSealed s) {
                heard.putIfAbsent(s.escalationId(), now);
              }
            });
    return Duration.ZERO;
  }

  /** Returns when an escalation's seal was heard, by {@link System#nanoTime}. */
  Optional<Long> at(UUID escalationId) {
    return Optional.ofNullable(heard.get(escalationId));
  }

  @Override
  public void close() {
    worker.close();
  }
}
