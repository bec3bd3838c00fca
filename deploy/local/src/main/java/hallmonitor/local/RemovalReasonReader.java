package hallmonitor.local;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.EscalationEvent;
import hallmonitor.contract.event.EscalationEvent.NoticeSent;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.contract.event.Topic;
import hallmonitor.local.practice.PracticePage;
import hallmonitor.local.practice.RemovalReasons;
import hallmonitor.local.practice.RemovalReasons.Removal;
import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells the practice pages why their comments were removed, from the events between the services.
 * Only this launcher does so, on this machine, and only for comments on the practice pages
 * themselves; no service reveals more because of it.
 */
final class RemovalReasonReader implements AutoCloseable {
  private static final List<Topic> TOPICS =
      List.of(Topic.ACTIONS, Topic.ESCALATIONS, Topic.ESCALATION_EVENTS);
  private static final Duration WAIT = Duration.ofMillis(500);
  private static final int MOST_AT_ONCE = 500;
  private static final String POLICY = "policy";

  private final Consumer<byte[], byte[]> consumer;
  private final Map<String, RemovalReasons> pages;
  private final ClauseNames clauses;
  private final String console;
  private final Worker worker;

  /**
   * Starts reading for the pages' accounts that the district's file names.
   *
   * @param config the folder with {@code district.yaml} and {@code policy.yaml}
   * @param broker connection of a user that may read everything
   * @param console address without a trailing slash
   */
  static RemovalReasonReader of(
      PracticePage practice, Path config, Map<String, Object> broker, String console) {
    Map<String, RemovalReasons> pages = new HashMap<>();
    practice
        .reasons()
        .forEach(
            (address, page) ->
                ConfigFiles.accountsAt(config, address).forEach(id -> pages.put(id, page)));
    return new RemovalReasonReader(
        broker, pages, new ClauseNames(config.resolve("policy.yaml")), console);
  }

  /**
   * Starts reading, from the oldest event that Kafka still has.
   *
   * @param broker connection of a user that may read everything
   * @param pages where reasons are told, by the account that is the page
   * @param console address without a trailing slash
   */
  RemovalReasonReader(
      Map<String, Object> broker,
      Map<String, RemovalReasons> pages,
      ClauseNames clauses,
      String console) {
    this.pages = Map.copyOf(pages);
    this.clauses = clauses;
    this.console = console;
    this.consumer = KafkaClients.consumer(broker, "practice-page", MOST_AT_ONCE);
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
        // It does not name its account, and a page that does not know the case leaves it.
        pages.values().forEach(page -> page.told(it.caseId(), it.role()));
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
      String link = console + "/cases/" + order.caseId();
      page(order.comment())
          .ifPresent(page -> page.removed(order.comment().id(), order.caseId(), removal, link));
    }
  }

  private void escalated(CaseEscalated escalation) {
    CommentRef comment = escalation.comment();
    page(comment)
        .ifPresent(page -> page.asked(comment.id(), escalation.caseId(), escalation.roles()));
  }

  private Optional<RemovalReasons> page(CommentRef comment) {
    return Optional.ofNullable(pages.get(comment.account()));
  }

  @Override
  public void close() {
    worker.close();
  }
}
