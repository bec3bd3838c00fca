package hallmonitor.ingest.connector.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.ingest.connector.PostSighting;
import hallmonitor.ingest.connector.http.HtmlText;
import hallmonitor.ingest.connector.http.RawJson;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A status (https://docs.joinmastodon.org/entities/Status/). Its name is its {@code uri}: snac
 * gives it another {@code id} after an edit.
 */
record Status(JsonNode json, String raw) {
  static Status of(RawJson object) {
    return new Status(object.json(), object.raw());
  }

  static List<Status> all(List<RawJson> objects) {
    return objects.stream().map(Status::of).toList();
  }

  /** Returns the name for requests, which may change. */
  String id() {
    return json.path("id").asText();
  }

  String uri() {
    return json.path("uri").asText();
  }

  Optional<String> inReplyTo() {
    return Optional.ofNullable(json.path("in_reply_to_id").asText(null));
  }

  String accountId() {
    return json.at("/account/id").asText();
  }

  String acct() {
    return json.at("/account/acct").asText();
  }

  long replies() {
    return json.path("replies_count").asLong();
  }

  /**
   * Returns whether only the people named in it see it, so that it is a private message and not a
   * comment.
   */
  boolean isPrivate() {
    return json.path("visibility").asText().equals("direct");
  }

  Author author() {
    return author(json.path("account"));
  }

  /** Returns an account as the author that its comments have. */
  static Author author(JsonNode account) {
    String acct = account.path("acct").asText();
    String key = account.path("uri").asText(account.path("url").asText(acct));
    String shown = account.path("display_name").asText("").strip();
    return new Author(Optional.of(key), shown.isEmpty() ? acct : shown);
  }

  /**
   * Returns everything that a reader sees: warning, text, answers of a poll, words for pictures.
   */
  String text() {
    List<String> parts = new ArrayList<>();
    parts.add(json.path("spoiler_text").asText("").strip());
    parts.add(HtmlText.shown(json.path("content").asText("")));
    json.at("/poll/options").forEach(option -> parts.add(option.path("title").asText("").strip()));
    json.path("media_attachments")
        .forEach(media -> parts.add(media.path("description").asText("").strip()));
    parts.removeIf(part -> part.isEmpty() || part.equals("null"));
    return String.join("\n", parts);
  }

  List<String> attachments() {
    List<String> addresses = new ArrayList<>();
    for (JsonNode media : json.path("media_attachments")) {
      String address = media.path("url").asText(media.path("remote_url").asText(""));
      if (!address.isBlank()) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  Optional<String> permalink() {
    return Optional.ofNullable(json.path("url").asText(null));
  }

  /** Returns when it was written, as its author's server claims. */
  Optional<Instant> claimedAt() {
    try {
      return Optional.of(Instant.parse(json.path("created_at").asText()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  PostSighting asPost() {
    return new PostSighting(uri(), "", text(), attachments(), permalink(), claimedAt());
  }
}
