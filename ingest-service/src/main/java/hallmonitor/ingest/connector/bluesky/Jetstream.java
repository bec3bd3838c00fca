package hallmonitor.ingest.connector.bluesky;

import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.StreamSource;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Every post of the network as it is written, on a server of Jetstream
 * (https://github.com/bluesky-social/jetstream-legacy). It cannot be asked for the replies to one
 * account, so all posts are heard, by all accounts on one connection, and each picks those that
 * name it. A server that is behind says nothing of the posts in between; polling finds those.
 */
final class Jetstream implements StreamSource {
  /** A post has at most 3,000 bytes of text; its links and pictures are named, not sent. */
  private static final int LARGEST = 65_536;

  private final Optional<URI> server;
  private final BlueskyApi api;
  private volatile String me = "";

  /**
   * Creates a listener.
   *
   * @param server such as {@code wss://jetstream2.us-east.bsky.network}; empty to hear none
   */
  Jetstream(Optional<URI> server, BlueskyApi api) {
    this.server = server;
    this.api = api;
  }

  @Override
  public Optional<Address> address() throws PlatformException {
    if (server.isEmpty()) {
      return Optional.empty();
    }
    me = api.me();
    return Optional.of(
        new Address(
            URI.create(
                "%s/subscribe?wantedCollections=%s&maxMessageSizeBytes=%d"
                    .formatted(
                        server.get().toString().replaceFirst("/+$", ""),
                        BlueskyLexicon.POST,
                        LARGEST)),
            Map.of()));
  }

  /**
   * A reply, a quote and a mention each hold the account's id. What the account writes itself
   * begins with it, and is left out.
   */
  @Override
  public boolean isNews(String message) {
    String id = me;
    if (id.isEmpty()) {
      return false;
    }
    int first = message.indexOf(id);
    return first >= 0 && !message.startsWith("{\"did\":\"" + id + '"');
  }
}
