package hallmonitor.local;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.contract.event.Topic;
import hallmonitor.local.practice.RemovalReasons;
import hallmonitor.local.practice.RemovalReasons.Removal;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells the practice page why its comments were removed, from the events between the services. Only
 * this launcher does so, on this machine, and only for comments on the practice page itself; no
 * service reveals more because of it.
 */
final class RemovalReasonReader implements AutoCloseable {
  private static final List<Topic> TOPICS =
      List.of(Topic.ACTIONS, Topic.ESCALATIONS, Topic.ESCALATION_EVENTS);
  private static final Duration WAIT = Duration.ofMillis(500);
  private static final int MOST_AT_ONCE = 500;
  private static final String POLICY = "policy";

  private final Consumer<byte[], byte[]> consumer;
  private final RemovalReasons reasons;
  private final Set<String> accounts;
  private final ClauseNames clauses;
  private final String console;
  private final Worker worker;

  /**
   * Starts reading, from the oldest event that Kafka still has.
   *
   * @param accounts ids of the accounts that are the practice page
   * @param console address without a trailing slash
   */
  RemovalReasonReader(
      String bootstrapServers,
      RemovalReasons reasons,
      Set<String> accounts,
      ClauseNames clauses,
      String console) {
    this.reasons = reasons;
    this.accounts = Set.copyOf(accounts);
    this.clauses = clauses;
    this.console = console;
    this.consumer =
        KafkaClients.consumer(
            Map.of("bootstrap.servers", bootstrapServers), "practice-page", MOST_AT_ONCE);
    List<TopicPartition> all =
        TOPICS.stream()
            .flatMap(
                topic ->
                    java.util.stream.IntStream.range(0, topic.partitions())
                        .mapToObj(n -> new TopicPartition(topic.topicName(), n)))
            .toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
    this.worker = new Worker("practice news", this::read).atEnd(consumer);
    worker.start();
  }

  private Duration read() {
    consumer.poll(WAIT).forEach(this::take);
    return Duration.ZERO;
  }

  /** Events that this version cannot read are ignored. */
  private void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (record.topic().equals(Topic.ACTIONS.topicName())) {
        ordered(EventJson.read(record.value(), ActionOrdered.class));
      } else if (record.topic().equals(Topic.ESCALATIONS.topicName())) {
        escalated(EventJson.read(record.value(), CaseEscalated.class));
      } else if (EventJson.read(record.value(), EscalationEvent.class) instanceof NoticeSent it) {
        reasons.told(it.caseId(), it.role());
      }
    } catch (EventJson.UnreadableEvent e) {
      // The service that reads it puts it into the dead letters and says so.
    }
  }

  private void ordered(ActionOrdered order) {
    Optional<Removal> removal =
        switch (order.action()) {
          case HIDE, DELETE ->
              Optional.of(
                  new Removal(
                      order.action() == PlatformAction.DELETE,
                      order.orderedBy().equals(POLICY),
                      clauses.of(order.clause(), "en"),
                      clauses.of(order.clause(), "es")));
          default -> Optional.empty();
        };
    if (removal.isPresent() || order.action() == PlatformAction.RESTORE) {
      comment(order.comment())
          .ifPresent(
              id ->
                  reasons.removed(
                      id, order.caseId(), removal, console + "/cases/" + order.caseId()));
    }
  }

  private void escalated(CaseEscalated escalation) {
    comment(escalation.comment())
        .ifPresent(id -> reasons.asked(id, escalation.caseId(), escalation.roles()));
  }

  private OptionalInt comment(CommentRef ref) {
    return accounts.contains(ref.account()) && ref.id().matches("\\d{1,9}")
        ? OptionalInt.of(Integer.parseInt(ref.id()))
        : OptionalInt.empty();
  }

  @Override
  public void close() {
    worker.close();
  }
}
