package hallmonitor.notifier.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.settings.escalation.Gateway;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An account with its credential, sent as HTTP basic authentication:
 * https://www.twilio.com/docs/usage/requests-to-twilio
 *
 * @param user the account's id, or that of an API key
 */
record TwilioAccount(String id, String user, String password) {
  /**
   * Reads {@code account:token} or {@code account:key:secret}.
   *
   * @throws IllegalArgumentException with a sentence for people
   */
  static TwilioAccount of(String secret) {
    return in(secret)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The secret must be ACCOUNT:TOKEN or ACCOUNT:KEY:SECRET, where ACCOUNT begins"
                        + " with AC."));
  }

  /** Returns the same; empty if the secret has another form. */
  static Optional<TwilioAccount> in(String secret) {
    List<String> parts = List.of(secret.split(":", 3));
    if (parts.size() < 2 || !parts.get(0).matches("[A-Za-z0-9]+")) {
      return Optional.empty();
    }
    return Optional.of(
        parts.size() == 2
            ? new TwilioAccount(parts.get(0), parts.get(0), parts.get(1))
            : new TwilioAccount(parts.get(0), parts.get(1), parts.get(2)));
  }

  /**
   * Returns a request without a body.
   *
   * @param resource such as {@code Messages}
   * @param query empty, or begins with a question mark
   */
  HttpRequest.Builder at(Gateway gateway, String resource, String query) {
    String credential = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    return HttpRequest.newBuilder(
            URI.create(
                gateway.address().orElseThrow()
                    + "/2010-04-01/Accounts/"
                    + id
                    + "/"
                    + resource
                    + ".json"
                    + query))
        .header("Authorization", "Basic " + credential)
        .header("Accept", "application/json");
  }

  static HttpRequest.BodyPublisher form(Map<String, String> fields) {
    return HttpRequest.BodyPublishers.ofString(
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
            .collect(Collectors.joining("&")));
  }
}
