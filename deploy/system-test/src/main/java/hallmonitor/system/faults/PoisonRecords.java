package hallmonitor.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records that no reader can read, each to end among the dead letters. */
final class PoisonRecords implements AutoCloseable {
  private final Producer<byte[], byte[]> producer;
  private final Set<String> taken = new HashSet<>();
  private int tries;
  private int unsure;

  PoisonRecords(Map<String, Object> broker) {
    this.producer = KafkaClients.producer(broker);
  }

  /**
   * Sends one. A broker that is too slow may have taken it nevertheless, so nothing is demanded of
   * it.
   */
  void to(Topic topic) {
    String key = "poison-" + tries++;
    byte[] value = "{\"type\":\"poison\",".getBytes(UTF_8);
    try {
      producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), value)).get();
      taken.add(key);
    } catch (ExecutionException e) {
      unsure++;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns the keys of those that the broker has. */
  Set<String> taken() {
    return Set.copyOf(taken);
  }

  /** Returns how many the broker did not take in time. */
  int unsure() {
    return unsure;
  }

  @Override
  public void close() {
    producer.close();
  }
}
