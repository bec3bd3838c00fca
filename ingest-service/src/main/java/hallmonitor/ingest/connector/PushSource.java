package hallmonitor.ingest.connector;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Distinguishes deliveries of one account's platform from forged ones. A delivery is only a hint to
 * read the account; its content is never used. Must be thread-safe and quick.
 */
public interface PushSource {
  /** The answer to a platform's question whether an address belongs to the account. */
  record Handshake(String contentType, String body) {
    public static Handshake text(String body) {
      return new Handshake("text/plain; charset=utf-8", body);
    }
  }

  /** Returns whether the account has a secret for deliveries. Without one, it takes none. */
  boolean ready();

  /**
   * Answers the platform's question whether this address wants its deliveries.
   *
   * @param query parameters of the request
   * @return empty to refuse
   */
  Optional<Handshake> handshake(Map<String, String> query);

  /**
   * Returns whether the platform signed a delivery.
   *
   * @param headers finds a header by its name in any case
   * @param body the raw bytes, as signed
   */
  boolean genuine(Function<String, Optional<String>> headers, byte[] body);

  /**
   * Does what is needed to keep receiving deliveries, if that is the receiver's job. Called every
   * few seconds on a thread that may wait for an answer.
   *
   * @param address this account's endpoint, as the platform reaches it
   */
  default void renew(URI address) {}
}
