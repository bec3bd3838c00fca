package hallmonitor.notifier.intake;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EscalationEvent.NoticeFailed;
import hallmonitor.contract.event.EventJson;
import hallmonitor.messaging.BatchReader;
import hallmonitor.messaging.TraceHeaders;
import hallmonitor.notifier.clock.Conversation;
import hallmonitor.notifier.clock.EscalationService;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.Shortfall;
import hallmonitor.notifier.evidence.Evidence;
import hallmonitor.notifier.evidence.EvidenceEntry;
import hallmonitor.notifier.publish.EscalationEventPublisher;
import hallmonitor.notifier.queue.EscalationRecord;
import hallmonitor.notifier.queue.NoticeQueue;
import hallmonitor.settings.district.District;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Processes escalations, each in its own transaction, in this order:
 *
 * <ol>
 *   <li>The escalation is stored once; a redelivery ends here.
 *   <li>Its evidence is queued for sealing, before anyone is notified.
 *   <li>It joins an open conversation, or opens one: notices for the first people are queued,
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
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      database.useTransaction(transaction -> take(transaction, record));
      wake.run();
    }
  }

  private void take(Handle transaction, ConsumerRecord<byte[], byte[]> record) {
    Span span =
        GlobalOpenTelemetry.getTracer("hallmonitor.notifier")
            .spanBuilder("take in escalation")
            .setSpanKind(SpanKind.CONSUMER)
            .setParent(TraceHeaders.readFrom(record.headers()))
            .startSpan();
    try (Scope ignored = span.makeCurrent()) {
      CaseEscalated event = EventJson.read(record.value(), CaseEscalated.class);
      Escalation escalation = EscalationRecord.of(event);
      span.setAttribute("hallmonitor.case", escalation.caseId().toString());
      Instant now = clock.instant();
      List<Shortfall> gaps = Shortfall.of(escalation, district.get(), now);
      boolean nobody = gaps.stream().anyMatch(gap -> !gap.somebodyElseTold());
      if (NoticeQueue.keep(
          transaction, escalation, nobody, record.value(), TraceHeaders.current())) {
        Evidence.add(transaction, List.of(captured(event)));
        Conversation conversation = steps.take(transaction, escalation, now);
        boolean opened = conversation.id().equals(escalation.id());
        if (conversation.about().equals(escalation.id())) {
          gaps.forEach(gap -> publish(transaction, escalation, gap, now));
        }
        log(escalation, opened, nobody);
      }
    } finally {
      span.end();
    }
  }

  private static EvidenceEntry captured(CaseEscalated event) {
    return new EvidenceEntry(
        event.escalationId(), event.caseId(), EvidenceEntry.CAPTURE, event, event.escalatedAt());
  }

  private static void publish(
      Handle transaction, Escalation escalation, Shortfall gap, Instant now) {
    EscalationEventPublisher.publish(
        transaction,
        new NoticeFailed(
            escalation.id(),
            escalation.caseId(),
            gap.id(),
            "",
            gap.role(),
            gap.somebodyElseTold(),
            gap.message(),
            now));
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
