package hallmonitor.ingest.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * A request to a stand-in.
 *
 * @param parameters of the query and of a form
 */
record StandInRequest(
    String method, String path, Map<String, String> parameters, Headers headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static StandInRequest of(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    byte[] bytes =
        zipped
            ? new GZIPInputStream(exchange.getRequestBody()).readAllBytes()
            : exchange.getRequestBody().readAllBytes();
    String body = new String(bytes, UTF_8);
    Map<String, String> parameters = new LinkedHashMap<>();
    parse(exchange.getRequestURI().getRawQuery(), parameters);
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
      parse(body, parameters);
    }
    return new StandInRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        parameters,
        exchange.getRequestHeaders(),
        body);
  }

  private static void parse(String text, Map<String, String> parameters) {
    if (text == null || text.isEmpty()) {
      return;
    }
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(
          URLDecoder.decode(parts[0], UTF_8),
          parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
    }
  }

  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            e ->
                URLEncoder.encode(e.getKey(), UTF_8) + "=" + URLEncoder.encode(e.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Returns a header; empty for none. */
  String header(String name) {
    return Optional.ofNullable(headers.getFirst(name)).orElse("");
  }

  Optional<String> bearer() {
    return Optional.of(header("Authorization"))
        .filter(value -> value.startsWith("Bearer "))
        .map(value -> value.substring("Bearer ".length()));
  }

  String get(String name) {
    return parameters.getOrDefault(name, "");
  }

  boolean has(String name) {
    return parameters.containsKey(name);
  }

  JsonNode json() throws IOException {
    return JSON.readTree(body);
  }
}
