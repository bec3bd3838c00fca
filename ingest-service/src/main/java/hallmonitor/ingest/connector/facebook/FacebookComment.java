package hallmonitor.ingest.connector.facebook;

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
import java.util.stream.Stream;

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

  /**
   * Returns the file of a picture or a video. Of a video without a file, its preview and its page:
   * the page cannot be read as a video, so that it is told. A preview of a link in the text is not
   * an attachment.
   */
  private static List<String> attachments(JsonNode attachment) {
    String type = attachment.path("type").asText("");
    Optional<String> file = text(attachment.at("/media/source"));
    if (type.equals("share") || file.isPresent()) {
      return type.equals("share") ? List.of() : file.stream().toList();
    }
    Optional<String> picture = text(attachment.at("/media/image/src"));
    Optional<String> page = text(attachment.path("url"));
    return type.contains("video")
        ? Stream.of(picture, page).flatMap(Optional::stream).toList()
        : picture.or(() -> page).stream().toList();
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.ofNullable(node.asText(null)).filter(text -> !text.isEmpty());
  }
}
