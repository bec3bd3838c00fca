package hallmonitor.ingest.connector.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.http.RawJson;
import hallmonitor.ingest.connector.meta.GraphComment;
import hallmonitor.ingest.connector.meta.GraphTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A comment (https://developers.facebook.com/docs/graph-api/reference/comment). */
final class FacebookComment {
  /** The requested fields. */
  static final String FIELDS =
      "id,message,created_time,from{id,name},parent{id},is_hidden,can_hide,attachment,permalink_url";

  private FacebookComment() {}

  static GraphComment of(RawJson object, Post post) {
    JsonNode json = object.json();
    // Without the permission to read users' content, and for some people, there is no author.
    JsonNode from = json.path("from");
    String id = json.path("id").asText();
    Sighting seen =
        new Sighting(
            id,
            post,
            text(json.at("/parent/id")),
            new Author(text(from.path("id")), from.path("name").asText("")),
            json.path("message").asText(""),
            json.path("is_hidden").asBoolean() ? Visibility.HIDDEN : Visibility.VISIBLE,
            attachments(json.path("attachment")),
            text(json.path("permalink_url")).or(post::permalink),
            GraphTime.parse(json.path("created_time").asText("")),
            object.raw());
    return new GraphComment(seen, id, json.path("can_hide").asBoolean(true));
  }

  /** A preview of a link in the text is not an attachment. */
  private static List<String> attachments(JsonNode attachment) {
    List<String> addresses = new ArrayList<>();
    if (!attachment.path("type").asText("").equals("share")) {
      text(attachment.at("/media/source"))
          .or(() -> text(attachment.at("/media/image/src")))
          .or(() -> text(attachment.path("url")))
          .ifPresent(addresses::add);
    }
    return addresses;
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.ofNullable(node.asText(null)).filter(text -> !text.isEmpty());
  }
}
