package hallmonitor.moderation.pipeline.steps;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.messaging.TraceHeaders;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.store.archive.SecondLookQueue;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Continues a comment's trace in the events that its case publishes. Only comments that concern a
 * case get a span: tracing every harmless comment would cost more than judging it.
 */
public final class BatchTraces {
  private final Map<CommentSeen, Headers> headers = new HashMap<>();

  /**
   * Reads the traces.
   *
   * @param batch the records, with or without a trace
   * @param seen their content
   */
  public BatchTraces(List<ConsumerRecord<byte[], byte[]>> batch, List<CommentSeen> seen) {
    for (int i = 0; i < seen.size(); i++) {
      if (batch.get(i).headers().lastHeader("traceparent") != null) {
        // If the same record comes twice, only the first says something new.
        headers.putIfAbsent(seen.get(i), batch.get(i).headers());
      }
    }
  }

  /** Reads the traces of comments that waited for their second look. */
  public BatchTraces(List<SecondLookQueue.Waiting> waited) {
    for (SecondLookQueue.Waiting waiting : waited) {
      waiting
          .traceparent()
          .ifPresent(
              trace -> {
                Headers kept = new RecordHeaders();
                TraceHeaders.write(kept, trace);
                headers.putIfAbsent(waiting.seen(), kept);
              });
    }
  }

  /** Returns the trace as it arrived, to be continued later. */
  public Optional<String> of(CommentSeen seen) {
    return Optional.ofNullable(headers.get(seen))
        .map(found -> found.lastHeader("traceparent"))
        .map(header -> new String(header.value(), StandardCharsets.UTF_8));
  }

  /**
   * Continues a trace.
   *
   * @param seen what caused the change
   * @param since when the batch started
   * @return the header for outgoing events; empty if the record had no trace or if tracing is off
   */
  Optional<String> carryOn(CommentSeen seen, CaseChange change, Instant since) {
    if (!headers.containsKey(seen)) {
      return Optional.empty();
    }
    Span span =
        GlobalOpenTelemetry.getTracer("hallmonitor.moderation")
            .spanBuilder("judge comment")
            .setParent(TraceHeaders.readFrom(headers.get(seen)))
            .setSpanKind(SpanKind.CONSUMER)
            .setStartTimestamp(since)
            .setAttribute("hallmonitor.case", change.after().id().toString())
            .setAttribute("hallmonitor.outcome", EnumCodes.of(change.after().verdict().outcome()))
            .startSpan();
    try (Scope scope = span.makeCurrent()) {
      return TraceHeaders.current();
    } finally {
      span.end();
    }
  }
}
