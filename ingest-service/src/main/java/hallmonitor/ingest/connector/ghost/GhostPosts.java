package hallmonitor.ingest.connector.ghost;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSighting;
import hallmonitor.ingest.connector.PostSource;
import hallmonitor.ingest.connector.http.HtmlText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published posts of a site (https://docs.ghost.org/admin-api/posts/overview). */
final class GhostPosts implements PostSource {
  private final GhostHttp http;

  GhostPosts(GhostHttp http) {
    this.http = http;
  }

  @Override
  public PostPage posts(String cursor) throws PlatformException {
    JsonNode answer =
        http.get(
                "/posts/",
                Map.of(
                    "limit", "50",
                    "page", cursor.isEmpty() ? "1" : cursor,
                    "order", "published_at desc",
                    "filter", "status:published",
                    "formats", "html"))
            .body();
    List<PostSighting> found = new ArrayList<>();
    answer.path("posts").forEach(one -> found.add(post(one)));
    return new PostPage(found, answer.at("/meta/pagination/next").asText("").replace("null", ""));
  }

  private static PostSighting post(JsonNode json) {
    String html = json.path("html").asText("");
    List<String> pictures = new ArrayList<>();
    Optional.ofNullable(json.path("feature_image").asText(null))
        .filter(address -> !address.equals("null"))
        .ifPresent(pictures::add);
    pictures.addAll(HtmlText.media(html));
    return new PostSighting(
        json.path("id").asText(),
        json.path("title").asText(""),
        HtmlText.shown(html),
        pictures,
        Optional.ofNullable(json.path("url").asText(null)),
        publishedAt(json.path("published_at").asText("")));
  }

  private static Optional<Instant> publishedAt(String time) {
    try {
      return Optional.of(OffsetDateTime.parse(time).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
