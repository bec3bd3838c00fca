package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.connector.http.Hmac;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Signs outgoing messages according to the Standard Webhooks specification
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 *
 * @param keys one in use, and during a rotation the one before or after it; each signs
 */
record WebhookSecret(List<byte[]> keys) {
  private static final String PREFIX = "whsec_";
  private static final int MOST = 2;
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  /**
   * Reads the lines of a credential.
   *
   * @return empty if one of them is not a secret of 24 to 64 bytes
   */
  static Optional<WebhookSecret> read(String credential) {
    List<Optional<byte[]>> keys =
        credential
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(WebhookSecret::key)
            .toList();
    return keys.isEmpty() || keys.size() > MOST || keys.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(new WebhookSecret(keys.stream().map(Optional::orElseThrow).toList()));
  }

  private static Optional<byte[]> key(String line) {
    try {
      return Optional.of(line)
          .filter(text -> text.startsWith(PREFIX))
          .map(text -> Base64.getDecoder().decode(text.substring(PREFIX.length())))
          .filter(key -> key.length >= SHORTEST && key.length <= LONGEST);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the header {@code webhook-signature}.
   *
   * @param id the header {@code webhook-id}
   * @param seconds the header {@code webhook-timestamp}
   */
  String sign(String id, long seconds, byte[] body) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes((id + "." + seconds + ".").getBytes(UTF_8));
    signed.writeBytes(body);
    return keys.stream()
        .map(key -> Hmac.sha256(key, signed.toByteArray()))
        .map(signature -> "v1," + Base64.getEncoder().encodeToString(signature))
        .collect(Collectors.joining(" "));
  }
}
