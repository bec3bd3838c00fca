package hallmonitor.ingest.connector.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.http.RawJson;
import hallmonitor.ingest.connector.meta.GraphComment;
import hallmonitor.ingest.connector.meta.GraphTime;
import java.util.List;
import java.util.Optional;

/**
 * A comment
 * (https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment).
 */
final class InstagramComment {
  static final String OWN_FIELDS = "id,text,timestamp,username,from,hidden,parent_id";

  /** The requested fields. */
  static final String FIELDS = OWN_FIELDS + ",media{id,caption,permalink}";

  /** The fields of a comment in a list, with the first of its replies. */
  static final String FIELDS_WITH_REPLIES = OWN_FIELDS + ",replies{" + OWN_FIELDS + "}";

  private InstagramComment() {}

  static GraphComment of(RawJson object, Post post) {
    JsonNode json = object.json();
    String id = json.path("id").asText();
    Optional<String> parent = text(json.path("parent_id"));
    // "from" can be missing while the name is present, and both can be missing.
    JsonNode from = json.path("from");
    String name = text(from.path("username")).or(() -> text(json.path("username"))).orElse("");
    Sighting seen =
        new Sighting(
            id,
            post,
            parent,
            new Author(text(from.path("id")), name),
            json.path("text").asText(""),
            json.path("hidden").asBoolean() ? Visibility.HIDDEN : Visibility.VISIBLE,
            List.of(),
            post.permalink(),
            GraphTime.parse(json.path("timestamp").asText("")),
            object.raw());
    return new GraphComment(seen, parent.orElse(id), true);
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.ofNullable(node.asText(null)).filter(text -> !text.isEmpty());
  }
}
