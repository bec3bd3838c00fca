package hallmonitor.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/**
 * Receives spans over OTLP/HTTP like a tracing backend, and records which services took part in
 * which trace.
 */
final class SpanCollector implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Set<String>> servicesByTrace = new ConcurrentHashMap<>();

  SpanCollector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Map<String, Set<String>> servicesByTrace() {
    return Map.copyOf(servicesByTrace);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      InputStream body = exchange.getRequestBody();
      if (exchange.getRequestURI().getPath().equals("/v1/traces")) {
        ExportTraceServiceRequest.parseFrom(zipped ? new GZIPInputStream(body) : body)
            .getResourceSpansList()
            .forEach(this::note);
      }
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void note(ResourceSpans spans) {
    String service =
        spans.getResource().getAttributesList().stream()
            .filter(a -> a.getKey().equals("service.name"))
            .map(a -> a.getValue().getStringValue())
            .findFirst()
            .orElse("?");
    for (ScopeSpans scope : spans.getScopeSpansList()) {
      for (Span span : scope.getSpansList()) {
        String trace = HexFormat.of().formatHex(span.getTraceId().toByteArray());
        servicesByTrace.computeIfAbsent(trace, t -> ConcurrentHashMap.newKeySet()).add(service);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
