package hallmonitor.ingest.connector;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells deliveries of one account's platform from forged ones. A delivery is a hint to read the
 * account and nothing more: its content is never used. Must be thread-safe and quick.
 */
public interface PushSource {
  /** What is answered to a platform's question whether an address is the account's own. */
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
   * Does what keeps deliveries coming, where that is for the receiver to do. Called every few
   * seconds in a thread that may wait for an answer.
   *
   * @param address where the platform reaches this account's endpoint
   */
  default void renew(URI address) {}
}
