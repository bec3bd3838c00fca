package hallmonitor.ingest.connector;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A platform's stream of news, which this service opens and keeps open for one account. A message
 * is a hint to read the account and nothing more: its content is never used. Must be thread-safe.
 */
public interface StreamSource {
  /**
   * Where a stream is. Accounts with equal addresses share one connection.
   *
   * @param uri {@code wss}, or {@code ws} on this machine
   * @param headers of the request that opens it
   */
  record Address(URI uri, Map<String, String> headers) {
    public Address {
      headers = Map.copyOf(headers);
    }

    /** Leaves out the headers, which hold a token. */
    @Override
    public String toString() {
      return uri.getScheme() + "://" + uri.getAuthority();
    }
  }

  /**
   * Returns where this account's news can be heard. Called before each connection, in a thread that
   * may wait for an answer.
   *
   * @return empty if the platform offers no stream
   */
  Optional<Address> address() throws PlatformException;

  /**
   * Returns whether a message tells of something to read in this account. Must be quick: on a
   * shared stream nearly all messages concern other accounts.
   */
  boolean isNews(String message);
}
