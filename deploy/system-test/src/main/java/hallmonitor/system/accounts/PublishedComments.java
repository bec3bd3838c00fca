package hallmonitor.system.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionOrdered.Urgency;
import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.ActionResult.ActionFailed;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Stands for moderation: reads what is published, and orders acts for some of it. */
final class PublishedComments implements AutoCloseable {
  /**
   * One comment in 25 is to be hidden, and one in 50 is to be answered: with more, the acts on the
   * noisy account alone would need more requests than its platform allows.
   */
  private static final int HIDE_EVERY = 25;

  private static final int REPLY_EVERY = 50;

  private final Consumer<byte[], byte[]> consumer;
  private final Producer<byte[], byte[]> producer;
  private final Worker worker = new Worker("published", this::readSome).atEnd(this::disconnect);
  private final Map<String, Long> published = new ConcurrentHashMap<>();
  private final Set<String> twice = ConcurrentHashMap.newKeySet();
  private final Map<UUID, ActionOrdered> ordered = new ConcurrentHashMap<>();
  private final Map<UUID, ActionResult> finished = new ConcurrentHashMap<>();
  private final Set<String> ours;

  /**
   * Creates it.
   *
   * @param ours comments that visitors wrote; what is answered is published, too
   */
  PublishedComments(String brokers, Set<String> ours) {
    Map<String, Object> connection = Map.of("bootstrap.servers", brokers);
    this.ours = ours;
    this.consumer = KafkaClients.consumer(connection, "many-accounts", 1_000);
    this.producer = KafkaClients.producer(connection);
    consumer.subscribe(List.of(Topic.COMMENTS.topicName(), Topic.ACTION_RESULTS.topicName()));
    worker.start();
  }

  static String key(String site, String comment) {
    return site + " " + comment;
  }

  private Duration readSome() {
    for (ConsumerRecord<byte[], byte[]> one : consumer.poll(Duration.ofMillis(50))) {
      if (one.topic().equals(Topic.COMMENTS.topicName())) {
        seen(EventJson.read(one.value(), CommentSeen.class));
      } else {
        ActionResult result = EventJson.read(one.value(), ActionResult.class);
        if (!(result instanceof ActionFailed failed && failed.why() == ActionResult.Why.RETRYING)) {
          finished.put(result.actionId(), result);
        }
      }
    }
    return Duration.ZERO;
  }

  private void seen(CommentSeen comment) {
    if (comment.kind() != CommentSeen.Kind.CREATED) {
      return;
    }
    CommentRef ref = comment.comment();
    String key = key(ref.account(), ref.id());
    if (published.putIfAbsent(key, System.currentTimeMillis()) != null) {
      twice.add(key);
      return;
    }
    int lot = Math.floorMod(key.hashCode(), REPLY_EVERY);
    if (ours.contains(key) && lot % HIDE_EVERY == 0) {
      order(ref, PlatformAction.HIDE, Optional.empty());
    } else if (ours.contains(key) && lot == 1) {
      order(ref, PlatformAction.REPLY, Optional.of("Thank you for writing."));
    }
  }

  private void order(CommentRef comment, PlatformAction action, Optional<String> reply) {
    ActionOrdered order =
        new ActionOrdered(
            UUID.randomUUID(),
            UUID.randomUUID(),
            comment,
            action,
            "clause-1",
            "policy",
            "model",
            "policy",
            "It breaks the policy.",
            Instant.now(),
            reply,
            Urgency.ROUTINE);
    ordered.put(order.actionId(), order);
    var unused =
        producer.send(
            new ProducerRecord<>(
                Topic.ACTIONS.topicName(),
                order.comment().key().getBytes(UTF_8),
                EventJson.write(order)));
  }

  /** Returns when each comment was published, in milliseconds since 1970. */
  Map<String, Long> published() {
    return published;
  }

  Set<String> publishedTwice() {
    return twice;
  }

  Map<UUID, ActionOrdered> ordered() {
    return ordered;
  }

  /** Returns the last word about each order that has one. */
  Map<UUID, ActionResult> finished() {
    return finished;
  }

  private void disconnect() {
    consumer.close();
    producer.close();
  }

  @Override
  public void close() {
    worker.close();
  }
}
