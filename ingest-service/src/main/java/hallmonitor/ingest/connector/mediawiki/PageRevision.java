package hallmonitor.ingest.connector.mediawiki;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Author;
import java.time.Instant;
import java.util.Optional;

/**
 * One saved version of a page.
 *
 * @param user a name, or an address for someone without an account
 * @param userId 0 for someone without an account
 * @param summary what its author wrote about the change
 * @param raw the wiki's answer about it, without the page's text
 */
record PageRevision(
    long id, long parent, String user, long userId, Instant at, String summary, String raw) {
  static PageRevision of(JsonNode json, String raw) {
    return new PageRevision(
        json.path("revid").asLong(),
        json.path("parentid").asLong(),
        json.path("user").asText(""),
        json.path("userid").asLong(),
        Instant.parse(json.path("timestamp").asText()),
        json.path("comment").asText(""),
        raw);
  }

  Author author() {
    return new Author(userId == 0 ? Optional.empty() : Optional.of(String.valueOf(userId)), user);
  }
}
