package hallmonitor.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Carries the W3C trace context (https://www.w3.org/TR/trace-context/) between services in Kafka
 * headers.
 */
public final class TraceHeaders {
  private static final String TRACEPARENT = "traceparent";

  private TraceHeaders() {}

  /** Returns the current trace as a header value; empty if tracing is off. */
  public static Optional<String> current() {
    Map<String, String> carrier = new HashMap<>();
    GlobalOpenTelemetry.getPropagators()
        .getTextMapPropagator()
        .inject(Context.current(), carrier, Map::put);
    return Optional.ofNullable(carrier.get(TRACEPARENT));
  }

  /** Writes the current trace into a record's headers. */
  public static void writeTo(Headers headers) {
    current().ifPresent(value -> write(headers, value));
  }

  /** Writes a stored trace, such as that of an outbox row. */
  public static void write(Headers headers, String traceparent) {
    headers.remove(TRACEPARENT);
    headers.add(TRACEPARENT, traceparent.getBytes(UTF_8));
  }

  /** Returns the context of a record; the root context if it has none. */
  public static Context readFrom(Headers headers) {
    return GlobalOpenTelemetry.getPropagators()
        .getTextMapPropagator()
        .extract(Context.root(), headers, GETTER);
  }

  private static final TextMapGetter<Headers> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
          List<String> keys = new ArrayList<>();
          headers.forEach(h -> keys.add(h.key()));
          return keys;
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String key) {
          Header header = headers == null ? null : headers.lastHeader(key);
          return header == null ? null : new String(header.value(), UTF_8);
        }
      };
}
