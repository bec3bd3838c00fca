package hallmonitor.messaging.credential;

import hallmonitor.contract.event.CredentialPlace;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The parameters of the protected header, which nobody can change without making it unreadable.
 *
 * @param until in seconds since 1970
 */
record SealedFor(String orderId, CredentialPlace place, long until) {
  static SealedFor of(UUID orderId, CredentialPlace place, Instant until) {
    return new SealedFor(orderId.toString(), place, until.getEpochSecond());
  }

  Map<String, Object> parameters() {
    return Map.of(
        "jti", orderId,
        "exp", until,
        "account", place.account(),
        "platform", place.platform(),
        "address", place.baseUrl(),
        "credential", place.credential());
  }

  /** Returns whether a header has these parameters; the end of validity apart. */
  boolean isSameOrder(Map<String, Object> header) {
    return parameters().entrySet().stream()
        .filter(parameter -> !parameter.getKey().equals("exp"))
        .allMatch(parameter -> parameter.getValue().equals(header.get(parameter.getKey())));
  }
}
