package hallmonitor.notifier.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A provider's answer, and what its status means at all of them. */
record GatewayAnswer(int status, Optional<String> retryAfter, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final int TOO_MANY = 429;
  private static final int TIMED_OUT = 408;

  static GatewayAnswer of(HttpResponse<byte[]> response) {
    return new GatewayAnswer(
        response.statusCode(), response.headers().firstValue("Retry-After"), response.body());
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Returns the body as JSON; empty if it is none. */
  Optional<JsonNode> json() {
    try {
      return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns the body as text, 100 characters at most. */
  String text() {
    return line(new String(body, UTF_8));
  }

  /** Returns a field of the body, 100 characters at most; empty if it has none. */
  String text(String field) {
    return line(json().map(found -> found.path(field).asText()).orElse(""));
  }

  /** What a provider says goes into logs and pages: one short line. */
  private static String line(String text) {
    String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
    return line.length() > 100 ? line.substring(0, 100) : line;
  }

  /**
   * Returns what a status other than success means.
   *
   * @param more what the provider says about it, may be empty
   */
  GatewayResult failure(String more) {
    String says = "The gateway answers " + status + (more.isEmpty() ? "" : " (" + more + ")");
    if (status == TOO_MANY || status == TIMED_OUT || status >= 500) {
      return new GatewayResult.Later(says + ".", wait(retryAfter), false);
    }
    return new GatewayResult.Refused(says + "; " + remedy(), GatewayResult.Cause.GATEWAY);
  }

  private String remedy() {
    return switch (status) {
      case 401, 403 -> "check the secret and what it may do at the provider.";
      case 404, 410 -> "check the address and the account at the provider, and make a new one.";
      default ->
          status < 400
              ? "redirects are not followed, so correct the address."
              : "check the gateway in escalation.yaml and at the provider.";
    };
  }

  private static Optional<Duration> wait(Optional<String> header) {
    return header
        .map(String::strip)
        .filter(text -> SECONDS.matcher(text).matches())
        .map(Long::parseLong)
        .map(Duration::ofSeconds);
  }
}
