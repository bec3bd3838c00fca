package hallmonitor.ingest.connector.youtube;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import java.util.Map;
import java.util.Optional;

/**
 * Finds one comment in any state but {@code rejected}, which YouTube shows to no one. The
 * documentation does not say whether a held comment is found by its id, so the list of held
 * comments is read before one counts as gone.
 */
final class CommentFinder {
  private static final int PAGES = 3;

  private final YouTubeApi api;
  private final ThreadReader threads;

  CommentFinder(YouTubeApi api, ThreadReader threads) {
    this.api = api;
    this.threads = threads;
  }

  Optional<YouTubeComment> find(String channel, String id) throws PlatformException {
    Optional<YouTubeComment> found = byId(id);
    String token = "";
    for (int pages = 0; found.isEmpty() && pages < PAGES; pages++) {
      ThreadReader.Page held = threads.page(channel, ThreadReader.HELD, token);
      found =
          held.threads().stream()
              .flatMap(thread -> thread.shown().stream())
              .filter(c -> c.id().equals(id))
              .findFirst();
      token = held.next();
      if (token.isEmpty()) {
        break;
      }
    }
    return found;
  }

  private Optional<YouTubeComment> byId(String id) throws PlatformException {
    Map<String, String> query = Map.of("part", "snippet", "id", id, "textFormat", "plainText");
    try {
      return YouTubeComment.all(api.list("comments", query).objects("items")).stream()
          .filter(c -> c.id().equals(id))
          .findFirst();
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Gone) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
