package hallmonitor.ingest.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.HttpFaults;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sends XRPC calls (https://atproto.com/specs/xrpc) and says what their errors mean. */
final class XrpcHttp {
  private static final Set<String> LOST =
      Set.of(
          "AuthenticationRequired",
          "AuthMissing",
          "AuthFactorTokenRequired",
          "ExpiredToken",
          "InvalidToken");
  private static final Set<String> SHUT = Set.of("AccountTakedown", "AccountDeactivated");
  private static final Set<String> NONE = Set.of("NotFound", "RecordNotFound");

  private final PlatformHttp http;

  XrpcHttp(PlatformHttp http) {
    this.http = http;
  }

  String credential() throws PlatformException {
    return http.credential();
  }

  /**
   * Starts a call.
   *
   * @param token access or refresh token; empty for a sign-in
   */
  HttpRequest.Builder call(
      String method, List<Entry<String, String>> parameters, Optional<String> token) {
    String query =
        parameters.stream()
            .map(p -> PlatformHttp.form(Map.of(p.getKey(), p.getValue())))
            .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
    HttpRequest.Builder request =
        http.request("/xrpc/" + method + query, Map.of()).header("Accept", "application/json");
    token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
    return request;
  }

  static HttpRequest.Builder with(HttpRequest.Builder call, JsonNode input) {
    return call.header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(input.toString()));
  }

  /** Returns the answer, an error or not. */
  JsonAnswer send(HttpRequest.Builder call) throws PlatformException {
    return JsonAnswer.of(http.site(), http.send(call.build()));
  }

  /** Sends a sign-in: its answer reports the limit of sign-ins, not of other calls. */
  JsonAnswer sendSignIn(HttpRequest.Builder call) throws PlatformException {
    return JsonAnswer.of(http.site(), http.sendAside(call.build()));
  }

  static String error(JsonAnswer answer) {
    return answer.body().path("error").asText("");
  }

  Fault fault(JsonAnswer answer) {
    Optional<Fault> usual =
        HttpFaults.of(answer.status(), http.retryAfter(answer.response().headers()), http.site());
    if (usual.isPresent()) {
      return usual.get();
    }
    String error = error(answer);
    String said = answer.body().path("message").asText("");
    if (SHUT.contains(error)) {
      return new Fault.AuthLost(
          "%s says that the account is closed (%s); sign in there as the account and see why."
              .formatted(http.site(), error));
    }
    if (answer.status() == 401 || answer.status() == 403 || LOST.contains(error)) {
      return new Fault.AuthLost(
          http.site()
              + " does not accept the app password; make a new one there under Settings, Privacy"
              + " and security, App passwords, and store it as handle:password.");
    }
    if (answer.status() == 404 && error.isEmpty()) {
      return new Fault.Transient(
          "There is no Bluesky server at %s; check base-url, which is https://bsky.social or the server that the account lives on, without a path. It is tried again."
              .formatted(http.site()));
    }
    if (NONE.contains(error) || said.startsWith("Could not locate record")) {
      return gone();
    }
    return new Fault.Rejected(
        "%s refused (status %d, %s)%s"
            .formatted(http.site(), answer.status(), error, said.isEmpty() ? "." : ": " + said));
  }

  static Fault gone() {
    return new Fault.Gone("The comment no longer exists on Bluesky.");
  }
}
