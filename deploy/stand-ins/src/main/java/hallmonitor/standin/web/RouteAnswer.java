package hallmonitor.standin.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** A route's answer: immediate, later, or - for fault injection - none. */
public sealed interface RouteAnswer {

  /** A complete HTTP response. */
  record Now(int status, Map<String, String> headers, byte[] body) implements RouteAnswer {
    public Now {
      headers = Map.copyOf(headers);
    }

    /** Returns the same response with a header added or replaced. */
    public Now with(String name, String value) {
      var more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Now(status, more, body);
    }
  }

  /** A response that is sent when the stage completes; no thread waits for it. */
  record Later(CompletionStage<Now> answer) implements RouteAnswer {}

  /** Keeps the connection open without a byte until the server closes: a hanging peer. */
  record Silence() implements RouteAnswer {}

  /** Closes the connection without a response: the caller cannot know what was applied. */
  record Cut() implements RouteAnswer {}

  static Now ok(Object value) {
    return json(200, value);
  }

  /** Returns an answer without content. */
  static Now none() {
    return new Now(204, Map.of(), new byte[0]);
  }

  static Now json(int status, Object value) {
    return new Now(
        status, Map.of("Content-Type", "application/json; charset=UTF-8"), Json.bytes(value));
  }

  static Now text(int status, String sentence) {
    return new Now(
        status,
        Map.of("Content-Type", "text/plain; charset=UTF-8"),
        sentence.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a refusal that the page shows as is: one sentence that says what to do. */
  static Now refusal(int status, String sentence) {
    return json(status, Map.of("error", sentence));
  }

  static Now html(byte[] page) {
    return new Now(200, Map.of("Content-Type", "text/html; charset=UTF-8"), page);
  }
}
