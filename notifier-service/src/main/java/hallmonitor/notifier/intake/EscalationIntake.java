package hallmonitor.notifier.intake;

import hallmonitor.contract.event.EscalationEvent.NoticeFailed;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.PublishedAgain;
import hallmonitor.notifier.clock.Conversation;
import hallmonitor.notifier.clock.EscalationService;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.Shortfall;
import hallmonitor.notifier.evidence.Evidence;
import hallmonitor.notifier.publish.EventBatch;
import hallmonitor.notifier.queue.NoticeQueue;
import hallmonitor.settings.district.District;
import io.opentelemetry.context.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Processes escalations, all of a batch in one transaction, in this order:
 *
 * <ol>
 *   <li>Each escalation is stored once; a redelivery ends here. If it came again because nothing
 *       was heard of it, what was said of it is said again.
 *   <li>Their evidence is queued for sealing, before anyone is notified.
 *   <li>Each joins an open conversation, or opens one: notices for the first people are queued,
 *       clocks start, and gaps in the directory are published.
 *   <li>All this commits together; the senders are woken.
 * </ol>
 */
public final class EscalationIntake implements BatchReader.Handler {
  private static final System.Logger LOG = System.getLogger(EscalationIntake.class.getName());

  private final Jdbi database;
  private final Supplier<District> district;
  private final EscalationService steps;
  private final InstantSource clock;
  private final Runnable wake;

  /**
   * Creates the intake.
   *
   * @param wake called after each commit that may have queued something
   */
  public EscalationIntake(
      Jdbi database,
      Supplier<District> district,
      EscalationService steps,
      InstantSource clock,
      Runnable wake) {
    this.database = database;
    this.district = district;
    this.steps = steps;
    this.clock = clock;
    this.wake = wake;
  }

  @Override
  public void handle(List<ConsumerRecord<byte[], byte[]>> batch) {
    Map<UUID, ReceivedEscalation> received = new LinkedHashMap<>();
    batch.stream()
        .map(ReceivedEscalation::of)
        .forEach(one -> received.putIfAbsent(one.escalation().id(), one));
    try {
      take(List.copyOf(received.values()));
    } finally {
      received.values().forEach(one -> one.span().end());
    }
  }

  private void take(List<ReceivedEscalation> received) {
    database.useTransaction(transaction -> take(transaction, received, clock.instant()));
    wake.run();
  }

  private void take(Handle transaction, List<ReceivedEscalation> received, Instant now) {
    List<ReceivedEscalation> fresh = unknown(transaction, received, now);
    received.stream()
        .filter(one -> one.again() && !fresh.contains(one))
        .map(one -> one.event().key())
        .distinct()
        .forEach(key -> PublishedAgain.answer(transaction, Topic.ESCALATION_EVENTS, key));
    Evidence.add(transaction, fresh.stream().map(ReceivedEscalation::capture).toList());
    List<Conversation> taken =
        steps.take(transaction, fresh.stream().map(ReceivedEscalation::raised).toList(), now);
    EventBatch events = new EventBatch();
    for (int i = 0; i < fresh.size(); i++) {
      ReceivedEscalation one = fresh.get(i);
      List<Shortfall> gaps = gaps(one.escalation(), now);
      boolean described = taken.get(i).about().equals(one.escalation().id());
      try (Scope ignored = one.trace().makeCurrent()) {
        gaps.stream()
            .filter(gap -> described)
            .forEach(gap -> events.add(notTold(one.escalation(), gap, now)));
      }
      log(one.escalation(), taken.get(i).id().equals(one.escalation().id()), nobody(gaps));
    }
    events.write(transaction);
  }

  private List<ReceivedEscalation> unknown(
      Handle transaction, List<ReceivedEscalation> received, Instant now) {
    Set<UUID> stored =
        NoticeQueue.keep(
            transaction,
            received.stream()
                .map(one -> one.arrived(nobody(gaps(one.escalation(), now))))
                .toList());
    return received.stream().filter(one -> stored.contains(one.escalation().id())).toList();
  }

  private List<Shortfall> gaps(Escalation escalation, Instant now) {
    return Shortfall.of(escalation, district.get(), now);
  }

  private static boolean nobody(List<Shortfall> gaps) {
    return gaps.stream().anyMatch(gap -> !gap.somebodyElseTold());
  }

  private static NoticeFailed notTold(Escalation escalation, Shortfall gap, Instant now) {
    return new NoticeFailed(
        escalation.id(),
        escalation.caseId(),
        gap.id(),
        "",
        gap.role(),
        gap.somebodyElseTold(),
        gap.message(),
        now);
  }

  private static void log(Escalation escalation, boolean opened, boolean nobody) {
    if (nobody) {
      LOG.log(
          System.Logger.Level.ERROR,
          "nobody can be told: escalation={0} case={1} building={2}; add people to district.yaml",
          escalation.id(),
          escalation.caseId(),
          escalation.building());
    } else {
      LOG.log(
          System.Logger.Level.INFO,
          "escalation taken in: escalation={0} case={1} urgency={2} {3}",
          escalation.id(),
          escalation.caseId(),
          escalation.urgency(),
          opened ? "opened" : "joined");
    }
  }
}
