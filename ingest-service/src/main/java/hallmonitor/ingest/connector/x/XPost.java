package hallmonitor.ingest.connector.x;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSighting;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.RawJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A post of X (https://docs.x.com/x-api/fundamentals/data-dictionary) with what the answer says
 * about its author, pictures and videos. An edit makes a new post; the first one's id identifies
 * them all.
 */
record XPost(JsonNode json, String raw, JsonNode includes) {
  /** The fields to ask for; its author costs more. */
  static final Map<String, String> FIELDS =
      Map.of(
          "tweet.fields",
          "author_id,conversation_id,created_at,referenced_tweets,entities,attachments,note_tweet,edit_history_tweet_ids",
          "expansions",
          "attachments.media_keys",
          "media.fields",
          "url,preview_image_url,type,variants");

  /** Returns the fields to ask for if most authors are new. */
  static Map<String, String> fieldsWithAuthors() {
    Map<String, String> fields = new HashMap<>(FIELDS);
    fields.put("expansions", "author_id," + FIELDS.get("expansions"));
    fields.put("user.fields", "name,username");
    return fields;
  }

  /** Reads the posts of an answer, each with its own bytes. */
  static List<XPost> in(JsonAnswer answer) throws PlatformException {
    List<XPost> posts = new ArrayList<>();
    for (RawJson one : answer.readable(XPost::hasNumbers, "data")) {
      posts.add(new XPost(one.json(), one.raw(), answer.body().path("includes")));
    }
    return posts;
  }

  /** Ids are times and are compared. */
  private static void hasNumbers(RawJson post) {
    XPost one = new XPost(post.json(), post.raw(), post.json());
    Long.parseLong(one.id());
    Long.parseLong(one.first());
    Long.parseLong(one.conversation());
  }

  private Optional<String> field(String name) {
    return Optional.ofNullable(json.path(name).asText(null)).filter(text -> !text.isEmpty());
  }

  /** Returns the id of this version. */
  String id() {
    return json.path("id").asText();
  }

  /** Returns the id of the first version, which stays the same. */
  String first() {
    return json.at("/edit_history_tweet_ids/0").asText(id());
  }

  /** Returns the id of the newest version. */
  String newest() {
    JsonNode versions = json.path("edit_history_tweet_ids");
    return versions.path(versions.size() - 1).asText(id());
  }

  String conversation() {
    return field("conversation_id").orElse(first());
  }

  String author() {
    return field("author_id").orElse("");
  }

  private Optional<String> reference(String kind) {
    for (JsonNode one : json.path("referenced_tweets")) {
      if (one.path("type").asText().equals(kind)) {
        return Optional.of(one.path("id").asText());
      }
    }
    return Optional.empty();
  }

  Optional<String> answered() {
    return reference("replied_to");
  }

  boolean isRepost() {
    return reference("retweeted").isPresent();
  }

  /** Returns the text with the addresses that X shortened, and without those of its pictures. */
  String text() {
    JsonNode whole = json.path("note_tweet").isObject() ? json.path("note_tweet") : json;
    String text = whole.path("text").asText("");
    for (JsonNode link : whole.at("/entities/urls")) {
      String shown = link.has("media_key") ? "" : link.path("expanded_url").asText("");
      text = text.replace(link.path("url").asText(), shown);
    }
    // X escapes these three and nothing else.
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
  }

  /** Returns when the first version was written. */
  private Instant writtenAt() {
    return Snowflake.timeOf(Long.parseLong(first()));
  }

  PostSighting asPost() {
    return new PostSighting(
        conversation(), "", text(), List.of(), Optional.of(address("")), Optional.of(writtenAt()));
  }

  Sighting under(Post post, Optional<JsonNode> user, Visibility visibility) {
    String username = user.map(u -> u.path("username").asText("")).orElse("");
    String name = user.map(u -> u.path("name").asText("")).orElse("");
    return new Sighting(
        first(),
        post,
        answered().filter(id -> !id.equals(post.id())),
        new Author(
            Optional.of(author()).filter(id -> !id.isEmpty()), name.isEmpty() ? username : name),
        text(),
        visibility,
        pictures(),
        Optional.of(address(username)),
        Optional.of(writtenAt()),
        raw);
  }

  private String address(String username) {
    return "https://x.com/" + (username.isEmpty() ? "i/web" : username) + "/status/" + newest();
  }

  private List<String> pictures() {
    List<JsonNode> media = new ArrayList<>();
    for (JsonNode key : json.at("/attachments/media_keys")) {
      media.add(media(key.asText()));
    }
    return XMedia.addresses(media, address(""));
  }

  private JsonNode media(String key) {
    for (JsonNode one : includes.path("media")) {
      if (one.path("media_key").asText().equals(key)) {
        return one;
      }
    }
    return includes.path("media").path("");
  }
}
