package hallmonitor.ingest.connector.discourse;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.ingest.connector.CommentActions.Observed;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.RawJson;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** A post of a forum (https://docs.discourse.org/#tag/Posts). The first one started its topic. */
record ForumPost(JsonNode json, String raw) {
  static final Observed VISIBLE = new Observed("visible", Visibility.VISIBLE);

  /**
   * Hidden by members who flagged it. Its author can show it again, so it does not count as a hide
   * that was carried out.
   */
  static final Observed FLAGGED = new Observed("hidden", Visibility.HIDDEN, false);

  /** Deleted by staff, who still see it. */
  static final Observed DELETED = new Observed("deleted", Visibility.HIDDEN);

  private static ForumPost of(RawJson one) {
    return new ForumPost(one.json(), one.raw());
  }

  /** Reads the posts of an answer, each with its own bytes. */
  static List<ForumPost> in(JsonAnswer answer, String... path) throws PlatformException {
    return answer.objects(path).stream().map(ForumPost::of).toList();
  }

  long id() {
    return json.path("id").asLong();
  }

  String topic() {
    return json.path("topic_id").asText();
  }

  /** Returns the place in the topic, from 1. */
  int number() {
    return json.path("post_number").asInt();
  }

  boolean beganTopic() {
    return number() == 1;
  }

  /** Returns the place of the post that this one answers; empty if it answers the topic. */
  Optional<Integer> answered() {
    int number = json.path("reply_to_post_number").asInt(0);
    return number > 1 ? Optional.of(number) : Optional.empty();
  }

  String user() {
    return json.path("user_id").asText("");
  }

  String username() {
    return json.path("username").asText("");
  }

  PostText text(URI site) {
    return PostText.of(json.path("cooked").asText(""), site);
  }

  Optional<String> title() {
    return Optional.ofNullable(json.path("topic_title").asText(null));
  }

  /** Returns whether its author withdrew it; a note then replaces the text. */
  boolean takenBack() {
    return json.path("user_deleted").asBoolean();
  }

  boolean isDeleted() {
    return !json.path("deleted_at").asText("").isEmpty();
  }

  boolean isFlagged() {
    return json.path("hidden").asBoolean();
  }

  Optional<Instant> writtenAt() {
    try {
      return Optional.ofNullable(json.path("created_at").asText(null)).map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Returns the state. A post that staff deleted is still visible to staff and can be restored. */
  Observed observed() {
    if (takenBack()) {
      return new Observed("taken back", Visibility.DELETED);
    }
    if (isDeleted()) {
      return DELETED;
    }
    return isFlagged() ? FLAGGED : VISIBLE;
  }

  /**
   * Returns the sighting.
   *
   * @param title of the topic
   * @param parent id of the post that is answered
   */
  Sighting under(URI site, String title, Optional<String> parent) {
    PostText text = text(site);
    String address = site + "/t/" + json.path("topic_slug").asText("-") + "/" + topic();
    String name = json.path("name").asText("");
    return new Sighting(
        String.valueOf(id()),
        new Post(topic(), title, "", Optional.of(address)),
        parent,
        new Author(
            Optional.of(user()).filter(id -> !id.isEmpty()), name.isEmpty() ? username() : name),
        text.text(),
        observed().visibility(),
        text.pictures(),
        Optional.of(address + "/" + number()),
        writtenAt(),
        raw);
  }
}
