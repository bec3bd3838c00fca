package hallmonitor.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.standin.web.Json;
import hallmonitor.standin.web.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * A request to a stand-in.
 *
 * @param parameters of the query and of a form; the last value of each
 */
record StandInRequest(Request http, Map<String, String> parameters, String body) {
  static StandInRequest of(Request http) throws IOException {
    boolean zipped = http.header("Content-Encoding").filter("gzip"::equals).isPresent();
    byte[] bytes =
        zipped
            ? new GZIPInputStream(new ByteArrayInputStream(http.body())).readAllBytes()
            : http.body();
    String body = new String(bytes, UTF_8);
    Map<String, String> parameters = new LinkedHashMap<>();
    last(http.query(), parameters);
    if (http.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded")) {
      last(Request.parameters(body), parameters);
    }
    return new StandInRequest(http, parameters, body);
  }

  private static void last(Map<String, List<String>> all, Map<String, String> parameters) {
    all.forEach((name, values) -> parameters.put(name, values.get(values.size() - 1)));
  }

  static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            e ->
                URLEncoder.encode(e.getKey(), UTF_8) + "=" + URLEncoder.encode(e.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  String method() {
    return http.method();
  }

  String path() {
    return http.path();
  }

  /** Returns a header; empty for none. */
  String header(String name) {
    return http.header(name).orElse("");
  }

  Optional<String> bearer() {
    return Optional.of(header("Authorization"))
        .filter(value -> value.startsWith("Bearer "))
        .map(value -> value.substring("Bearer ".length()));
  }

  String get(String name) {
    return parameters.getOrDefault(name, "");
  }

  int number(String name, int otherwise) {
    return has(name) ? Integer.parseInt(get(name)) : otherwise;
  }

  /** Returns all values of a parameter of the query. */
  List<String> all(String name) {
    return http.query().getOrDefault(name, List.of());
  }

  boolean has(String name) {
    return parameters.containsKey(name);
  }

  JsonNode json() throws IOException {
    return Json.MAPPER.readTree(body);
  }
}
