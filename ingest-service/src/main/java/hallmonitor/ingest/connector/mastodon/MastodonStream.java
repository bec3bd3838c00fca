package hallmonitor.ingest.connector.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.StreamSource;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The account's notifications as they happen (https://docs.joinmastodon.org/methods/streaming/).
 * The server says where its stream is. A server without one, such as snac, says nothing.
 */
final class MastodonStream implements StreamSource {
  private static final String PATH = "/api/v1/streaming?stream=user:notification";

  /**
   * Types of notifications that tell of a comment or of its edit
   * (https://docs.joinmastodon.org/entities/Notification/).
   */
  private static final Set<String> OF_COMMENTS = Set.of("mention", "status", "quote", "update");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final MastodonHttp http;

  MastodonStream(MastodonHttp http) {
    this.http = http;
  }

  @Override
  public Optional<Address> address() throws PlatformException {
    Optional<URI> server = http.streaming();
    if (server.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Address(
            URI.create(server.get().toString().replaceFirst("/+$", "") + PATH),
            Map.of("Authorization", "Bearer " + http.credential())));
  }

  @Override
  public boolean isNews(String message) {
    try {
      JsonNode event = JSON.readTree(message);
      return event.path("event").asText().equals("notification")
          && OF_COMMENTS.contains(
              JSON.readTree(event.path("payload").asText()).path("type").asText());
    } catch (IOException e) {
      return false;
    }
  }
}
