package hallmonitor.ingest.connector.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.ingest.connector.CommentActions.Observed;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.http.RawJson;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A comment resource (https://developers.google.com/youtube/v3/docs/comments). Its text is in
 * {@code textDisplay}, as plain text, as requested; {@code textOriginal} is only for the author.
 */
record YouTubeComment(JsonNode json, String raw) {
  static YouTubeComment of(RawJson object) {
    return new YouTubeComment(object.json(), object.raw());
  }

  static List<YouTubeComment> all(List<RawJson> objects) {
    return objects.stream().map(YouTubeComment::of).toList();
  }

  private JsonNode snippet() {
    return json.path("snippet");
  }

  private Optional<String> field(String name) {
    return Optional.ofNullable(snippet().path(name).asText(null)).filter(text -> !text.isEmpty());
  }

  String id() {
    return json.path("id").asText();
  }

  /** Returns the first comment of the thread, if this one is a reply. */
  Optional<String> parent() {
    return field("parentId");
  }

  /** Returns the id of the thread, which is that of its first comment. */
  String thread() {
    return parent().orElse(id());
  }

  /** Returns the video, if the answer names it. */
  Optional<String> video() {
    return field("videoId");
  }

  /** Returns the author's channel; absent if the author's account is gone. */
  Optional<String> authorChannel() {
    return Optional.ofNullable(json.at("/snippet/authorChannelId/value").asText(null));
  }

  String authorName() {
    return field("authorDisplayName").orElse("");
  }

  String text() {
    return field("textDisplay").or(() -> field("textOriginal")).orElse("");
  }

  Optional<Instant> publishedAt() {
    try {
      return field("publishedAt").map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  String updatedAt() {
    return field("updatedAt").orElse("");
  }

  /**
   * Returns the state, which only the channel's owner gets; without one the comment counts as
   * visible.
   */
  Observed observed() {
    String word = field("moderationStatus").orElse("published");
    return new Observed(word, word.equals("published") ? Visibility.VISIBLE : Visibility.HIDDEN);
  }

  Sighting under(Post post) {
    return new Sighting(
        id(),
        post,
        parent(),
        new Author(authorChannel(), authorName()),
        text(),
        observed().visibility(),
        field("imageUrl").stream().toList(),
        post.permalink().map(address -> address + "&lc=" + id()),
        publishedAt(),
        raw);
  }
}
