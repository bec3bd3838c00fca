package hallmonitor.standin.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One complete HTTP request.
 *
 * @param method upper case
 * @param path decoded, starts with a slash
 * @param query every value of every query parameter; {@code a[]=1} counts as {@code a}
 * @param headers first value by lower-case name
 */
public record Request(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    byte[] body) {

  /** Returns the same request for another path, as a server sees it behind a mount. */
  public Request at(String otherPath) {
    return new Request(method, otherPath, query, headers, body);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Returns the last value, like PHP and most frameworks do for repeated parameters. */
  public Optional<String> parameter(String name) {
    var values = query.get(name);
    return values == null ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  public int number(String name, int otherwise) {
    try {
      return parameter(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  public Optional<String> cookie(String name) {
    for (String pair : header("cookie").orElse("").split(";")) {
      String[] parts = pair.trim().split("=", 2);
      if (parts.length == 2 && parts[0].equals(name)) {
        return Optional.of(parts[1]);
      }
    }
    return Optional.empty();
  }

  public boolean isJson() {
    return header("content-type").orElse("").toLowerCase(Locale.ROOT).contains("json");
  }

  /**
   * Parses the body as a JSON object.
   *
   * @throws com.fasterxml.jackson.core.JacksonException if it is not one
   */
  public JsonNode json() throws IOException {
    JsonNode node = Json.MAPPER.readTree(body);
    if (node == null || !node.isObject()) {
      throw MismatchedInputException.from(null, JsonNode.class, "The body is not a JSON object.");
    }
    return node;
  }

  /** Parses {@code a=1&b[]=2} into a map that keeps order and repeated names. */
  public static Map<String, List<String>> parameters(String encoded) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    if (encoded == null || encoded.isEmpty()) {
      return all;
    }
    for (String pair : encoded.split("&")) {
      String[] parts = pair.split("=", 2);
      String name = decode(parts[0]).replaceFirst("\\[\\d*]$", "");
      all.computeIfAbsent(name, n -> new ArrayList<>())
          .add(parts.length == 2 ? decode(parts[1]) : "");
    }
    return all;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a stray % stays a %
    }
  }
}
