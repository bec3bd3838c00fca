package hallmonitor.notifier.intake;

import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.EventJson;
import hallmonitor.messaging.PublishedAgain;
import hallmonitor.messaging.TraceHeaders;
import hallmonitor.notifier.clock.EscalationService.Raised;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.evidence.EvidenceEntry;
import hallmonitor.notifier.queue.EscalationRecord;
import hallmonitor.notifier.queue.NoticeQueue.Arrived;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An escalation as it was read from its topic.
 *
 * @param json the event, unchanged
 * @param again whether it was published again, because nothing came of it
 * @param span of the work on it; its reader ends it
 */
record ReceivedEscalation(
    CaseEscalated event, Escalation escalation, byte[] json, boolean again, Span span) {
  /**
   * Parses a record.
   *
   * @throws EventJson.UnreadableEvent if it is not an escalation
   */
  static ReceivedEscalation of(ConsumerRecord<byte[], byte[]> record) {
    CaseEscalated event = EventJson.read(record.value(), CaseEscalated.class);
    Escalation escalation = EscalationRecord.of(event);
    Span span =
        GlobalOpenTelemetry.getTracer("hallmonitor.notifier")
            .spanBuilder("take in escalation")
            .setSpanKind(SpanKind.CONSUMER)
            .setParent(TraceHeaders.readFrom(record.headers()))
            .startSpan()
            .setAttribute("hallmonitor.case", escalation.caseId().toString());
    return new ReceivedEscalation(
        event, escalation, record.value(), PublishedAgain.isOne(record), span);
  }

  Context trace() {
    return Context.root().with(span);
  }

  Raised raised() {
    return new Raised(escalation, trace());
  }

  Arrived arrived(boolean nobodyTold) {
    try (Scope ignored = trace().makeCurrent()) {
      return new Arrived(escalation, nobodyTold, json, TraceHeaders.current());
    }
  }

  EvidenceEntry capture() {
    return new EvidenceEntry(
        event.escalationId(), event.caseId(), EvidenceEntry.CAPTURE, event, event.escalatedAt());
  }
}
