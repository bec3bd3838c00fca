package hallmonitor.ingest.connector.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.ingest.connector.PostSighting;
import hallmonitor.ingest.connector.http.RawJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A post as the AppView shows it (app.bsky.feed.defs#postView).
 *
 * @param raw the bytes of the answer that contain it
 */
record PostView(JsonNode json, String raw) {
  static List<PostView> all(List<RawJson> objects) {
    return objects.stream().map(o -> new PostView(o.json(), o.raw())).toList();
  }

  String uri() {
    return json.path("uri").asText();
  }

  /** Returns its version: it changes with each edit. */
  String cid() {
    return json.path("cid").asText();
  }

  String did() {
    return json.at("/author/did").asText();
  }

  String handle() {
    return json.at("/author/handle").asText();
  }

  /** Returns the number of direct replies, including hidden ones. */
  long replies() {
    return json.path("replyCount").asLong();
  }

  JsonNode record() {
    return json.path("record");
  }

  /** Returns the first post of its thread: itself if it answers none. */
  String root() {
    return record().at("/reply/root/uri").asText(uri());
  }

  /** Returns the comment that it answers; empty if that is the first post. */
  Optional<String> parent() {
    return Optional.ofNullable(record().at("/reply/parent/uri").asText(null))
        .filter(uri -> !uri.equals(root()));
  }

  Author author() {
    return author(json.path("author"));
  }

  /** Returns a profile as the author that its posts have. */
  static Author author(JsonNode profile) {
    String shown = profile.path("displayName").asText("").strip();
    return new Author(
        Optional.of(profile.path("did").asText()),
        shown.isEmpty() ? profile.path("handle").asText() : shown);
  }

  /** Returns everything that a reader sees: text, words for pictures, and a link's card. */
  String text() {
    List<String> parts = new ArrayList<>();
    parts.add(record().path("text").asText(""));
    JsonNode media = media();
    media.path("images").forEach(image -> parts.add(image.path("alt").asText("")));
    parts.add(media.path("alt").asText(""));
    JsonNode card = media.path("external");
    parts.add(card.path("title").asText(""));
    parts.add(card.path("description").asText(""));
    String link = card.path("uri").asText("");
    parts.add(parts.get(0).contains(link) ? "" : link);
    parts.removeIf(String::isBlank);
    return String.join("\n", parts);
  }

  /**
   * Returns the addresses of pictures, of a video and its preview, and of the picture on a link's
   * card. The video's address is that of a list of its parts (HLS), because the AppView names no
   * file.
   */
  List<String> attachments() {
    List<String> addresses = new ArrayList<>();
    JsonNode media = media();
    media.path("images").forEach(image -> addresses.add(image.path("fullsize").asText("")));
    addresses.add(media.path("playlist").asText(""));
    addresses.add(media.path("thumbnail").asText(""));
    addresses.add(media.at("/external/thumb").asText(""));
    addresses.removeIf(String::isBlank);
    return addresses;
  }

  /** Returns what is embedded, beside a quoted post if there is one. */
  private JsonNode media() {
    JsonNode embed = json.path("embed");
    return embed.has("media") ? embed.path("media") : embed;
  }

  Optional<String> permalink() {
    return AtUri.parse(uri()).map(AtUri::page);
  }

  /**
   * Returns when it was written. Its author types {@code createdAt}, and the AppView repeats an
   * early one as {@code indexedAt}; the record's key contains the time of the server that made it.
   * Uses the later of {@code createdAt} and the key that is not in the future.
   */
  Optional<Instant> claimedAt(Instant now) {
    Optional<Instant> typed = time(record().path("createdAt").asText());
    Optional<Instant> key = AtUri.parse(uri()).flatMap(uri -> RecordKey.time(uri.key()));
    Instant latest = null;
    for (Optional<Instant> one : List.of(typed, key)) {
      if (one.isPresent()
          && !one.get().isAfter(now)
          && (latest == null || one.get().isAfter(latest))) {
        latest = one.get();
      }
    }
    return Optional.ofNullable(latest).or(() -> time(json.path("indexedAt").asText()));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  PostSighting asPost(Instant now) {
    return new PostSighting(uri(), "", text(), attachments(), permalink(), claimedAt(now));
  }
}
