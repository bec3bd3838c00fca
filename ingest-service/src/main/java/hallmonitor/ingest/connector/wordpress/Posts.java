package hallmonitor.ingest.connector.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.HtmlText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Titles and excerpts of posts and pages, requested occasionally. Used by one thread. */
final class Posts {
  private static final int REMEMBERED = 2_000;
  private static final int LONGEST_TEXT = 2_000;
  private static final long FRESH_NANOS = Duration.ofMinutes(10).toNanos();
  private static final Map<String, String> FIELDS = Map.of("_fields", "id,title,content,link");

  private record Remembered(Post post, long at) {}

  private final WordPressHttp http;
  private final LongSupplier nanoTime;
  private final Map<String, Remembered> remembered =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
          return size() > REMEMBERED;
        }
      };

  Posts(WordPressHttp http, LongSupplier nanoTime) {
    this.http = http;
    this.nanoTime = nanoTime;
  }

  /**
   * Returns the post, without title and text if this user may not read it or if it is neither a
   * post nor a page.
   */
  Post get(String id) throws PlatformException {
    Remembered found = remembered.get(id);
    if (found != null && nanoTime.getAsLong() - found.at() < FRESH_NANOS) {
      return found.post();
    }
    Post post = ask(id).orElseGet(() -> new Post(id, "", "", Optional.empty()));
    remembered.put(id, new Remembered(post, nanoTime.getAsLong()));
    return post;
  }

  private Optional<Post> ask(String id) throws PlatformException {
    for (String kind : List.of("posts", "pages")) {
      try {
        return Optional.of(read(id, http.get("/" + kind + "/" + id, FIELDS).body()));
      } catch (PlatformException e) {
        // Unreadable, or of another kind. Faults of the whole account are passed on.
        if (!(e.fault() instanceof Fault.Rejected || e.fault() instanceof Fault.AuthLost)) {
          throw e;
        }
      }
    }
    return Optional.empty();
  }

  private static Post read(String id, JsonNode json) {
    String text = HtmlText.of(json.at("/content/rendered").asText("")).strip();
    return new Post(
        id,
        HtmlText.of(json.at("/title/rendered").asText("")).strip(),
        text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT),
        Optional.ofNullable(json.path("link").asText(null)));
  }
}
