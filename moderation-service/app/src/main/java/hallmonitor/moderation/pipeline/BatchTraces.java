package hallmonitor.moderation.pipeline;

import hallmonitor.messaging.TraceHeaders;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.EnumCodes;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * Carries a comment's trace on into what its case publishes. Only comments that concern a case get
 * a span: a trace of every harmless comment would cost more than judging it.
 */
final class BatchTraces {
  private BatchTraces() {}

  /**
   * @param since when the batch began
   * @return what goes with the outgoing events; empty when the record came without a trace or
   *     tracing is off
   */
  static Optional<String> carryOn(Headers headers, CaseChange change, Instant since) {
    if (headers.lastHeader("traceparent") == null) {
      return Optional.empty();
    }
    Span span =
        GlobalOpenTelemetry.getTracer("hallmonitor.moderation")
            .spanBuilder("judge comment")
            .setParent(TraceHeaders.readFrom(headers))
            .setSpanKind(SpanKind.CONSUMER)
            .setStartTimestamp(since)
            .setAttribute("hallmonitor.case", change.after().id().toString())
            .setAttribute("hallmonitor.outcome", EnumCodes.of(change.after().outcome()))
            .startSpan();
    try (Scope scope = span.makeCurrent()) {
      return TraceHeaders.current();
    } finally {
      span.end();
    }
  }
}
