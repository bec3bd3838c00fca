package hallmonitor.notifier.intake;

import hallmonitor.contract.district.District;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EscalationEvent.NoticeFailed;
import hallmonitor.contract.event.Topic;
import hallmonitor.contract.wire.BatchReader;
import hallmonitor.contract.wire.BatchReader.Unusable;
import hallmonitor.contract.wire.EventJson;
import hallmonitor.contract.wire.Outbox;
import hallmonitor.contract.wire.TraceHeaders;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.Plan;
import hallmonitor.notifier.escalation.Plan.Shortfall;
import hallmonitor.notifier.escalation.Planning;
import hallmonitor.notifier.evidence.Entry;
import hallmonitor.notifier.evidence.Evidence;
import hallmonitor.notifier.queue.EscalationRecord;
import hallmonitor.notifier.queue.NoticeQueue;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes escalations in. The order of steps is what the flow promises:
 *
 * <ol>
 *   <li>The escalation is kept, once; a redelivery ends here.
 *   <li>It is put before the seal, as it came.
 *   <li>The directory says who is told, and when.
 *   <li>A notice for each person is queued, and what the directory could not do is published.
 *   <li>All this commits together; the acknowledgement clock starts from here, once there is one.
 *   <li>The senders are woken.
 * </ol>
 */
public final class EscalationIntake implements BatchReader.Handler {
  private static final Logger LOG = Logger.getLogger(EscalationIntake.class);

  private final Jdbi database;
  private final Supplier<District> district;
  private final Clock clock;
  private final Runnable wake;

  /**
   * @param wake called after each commit that may have queued something
   */
  public EscalationIntake(Jdbi database, Supplier<District> district, Clock clock, Runnable wake) {
    this.database = database;
    this.district = district;
    this.clock = clock;
    this.wake = wake;
  }

  @Override
  public void handle(List<ConsumerRecord<byte[], byte[]>> batch) {
    database.useTransaction(transaction -> batch.forEach(record -> take(transaction, record)));
    wake.run();
  }

  private void take(Handle transaction, ConsumerRecord<byte[], byte[]> record) {
    Span span =
        GlobalOpenTelemetry.getTracer("hallmonitor.notifier")
            .spanBuilder("take in escalation")
            .setSpanKind(SpanKind.CONSUMER)
            .setParent(TraceHeaders.readFrom(record.headers()))
            .startSpan();
    try (Scope ignored = span.makeCurrent()) {
      Escalation escalation = EscalationRecord.read(record.value());
      span.setAttribute("hallmonitor.case", escalation.caseId().toString());
      Instant now = clock.instant();
      Plan plan = plan(escalation, now);
      if (NoticeQueue.keep(transaction, escalation, plan, record.value(), TraceHeaders.current())) {
        seal(transaction, record.value());
        NoticeQueue.add(transaction, escalation, plan.notices());
        plan.shortfalls().forEach(gap -> publish(transaction, escalation, gap, now));
        log(escalation, plan);
      }
    } finally {
      span.end();
    }
  }

  private static void seal(Handle transaction, byte[] record) {
    CaseEscalated event = EventJson.read(record, CaseEscalated.class);
    Evidence.add(
        transaction,
        List.of(
            new Entry(
                event.escalationId(), event.caseId(), Entry.CAPTURE, event, event.escalatedAt())));
  }

  /**
   * A plan is a pure function: if it fails once it fails always, and must not block what follows.
   */
  private Plan plan(Escalation escalation, Instant now) {
    try {
      return Planning.plan(escalation, district.get(), now);
    } catch (RuntimeException e) {
      throw new Unusable("no plan for escalation " + escalation.id(), e);
    }
  }

  private static void publish(
      Handle transaction, Escalation escalation, Shortfall gap, Instant now) {
    NoticeFailed event =
        new NoticeFailed(
            escalation.id(),
            escalation.caseId(),
            gap.id(),
            "",
            gap.role(),
            gap.somebodyElseTold(),
            gap.message(),
            now);
    Outbox.add(transaction, Topic.ESCALATION_EVENTS.topicName(), event.key(), event);
  }

  private static void log(Escalation escalation, Plan plan) {
    if (plan.tellsNobody()) {
      LOG.errorf(
          "nobody can be told: escalation=%s case=%s building=%s; add people to district.yaml",
          escalation.id(), escalation.caseId(), escalation.building());
    } else {
      LOG.infof(
          "escalation taken in: escalation=%s case=%s urgency=%s notices=%d gaps=%d",
          escalation.id(),
          escalation.caseId(),
          escalation.urgency(),
          plan.notices().size(),
          plan.shortfalls().size());
    }
  }
}
