package hallmonitor.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Somebody's record.
 *
 * @param cid changes with each change
 * @param micros microseconds since 1970: when the server received it
 */
record BlueskyRecord(String uri, String cid, JsonNode value, long micros) {
  String parent() {
    return value.at("/reply/parent/uri").asText();
  }

  String root() {
    return value.at("/reply/root/uri").asText();
  }

  String did() {
    return uri.split("/")[2];
  }

  boolean belongsTo(String collection) {
    return uri.split("/")[3].equals(collection);
  }

  /** Returns the time that the AppView sorts by: the earlier of typed and true. */
  Instant sortedAt() {
    Instant typed = Instant.parse(value.path("createdAt").asText());
    Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    return typed.isBefore(at) ? typed : at;
  }
}
