package hallmonitor.ingest.connector.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSighting;
import hallmonitor.ingest.connector.PostSource.PostPage;
import hallmonitor.ingest.connector.http.HtmlText;
import hallmonitor.ingest.connector.http.JsonAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Posts and pages: one by one for their comments, and all in a list. Used by one thread. */
final class Posts {
  private static final int REMEMBERED = 2_000;
  private static final long FRESH_NANOS = Duration.ofMinutes(10).toNanos();
  private static final Map<String, String> FIELDS = Map.of("_fields", "id,title,content,link");

  private static final Map<String, String> LISTED =
      Map.of(
          "per_page", "50",
          "orderby", "date",
          "order", "desc",
          "_embed", "wp:featuredmedia",
          "_fields", "id,title,content,link,date_gmt,_links,_embedded");

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

  /** Reads a page of all posts, and then of all pages; the cursor names kind and page. */
  PostPage list(String cursor) throws PlatformException {
    String[] place = (cursor.isEmpty() ? "posts/1" : cursor).split("/", 2);
    boolean pages = place[0].equals("pages");
    Map<String, String> query = new LinkedHashMap<>(LISTED);
    query.put("page", place[1]);
    JsonAnswer answer;
    try {
      answer = http.get("/" + place[0], query);
    } catch (PlatformException e) {
      if (pages && e.fault() instanceof Fault.Rejected) {
        return new PostPage(List.of(), ""); // not everyone may read pages
      }
      throw e;
    }
    List<PostSighting> found = new ArrayList<>();
    answer.body().forEach(one -> found.add(whole(one.path("id").asText(), one)));
    int at = Integer.parseInt(place[1]);
    long all =
        answer
            .response()
            .headers()
            .firstValueAsLong("X-WP-TotalPages")
            .orElse(found.isEmpty() ? 0 : at);
    String next = at < all ? place[0] + "/" + (at + 1) : pages ? "" : "pages/1";
    return new PostPage(found, next);
  }

  private static Post read(String id, JsonNode json) {
    return whole(id, json).beginning();
  }

  private static PostSighting whole(String id, JsonNode json) {
    String html = json.at("/content/rendered").asText("");
    List<String> pictures = new ArrayList<>();
    json.at("/_embedded/wp:featuredmedia")
        .forEach(media -> pictures.add(media.path("source_url").asText("")));
    pictures.addAll(HtmlText.media(html));
    pictures.removeIf(String::isBlank);
    return new PostSighting(
        id,
        HtmlText.of(json.at("/title/rendered").asText("")).strip(),
        HtmlText.of(html).strip(),
        pictures,
        Optional.ofNullable(json.path("link").asText(null)),
        writtenAt(json.path("date_gmt").asText("")));
  }

  private static Optional<Instant> writtenAt(String utc) {
    try {
      return Optional.of(LocalDateTime.parse(utc).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
