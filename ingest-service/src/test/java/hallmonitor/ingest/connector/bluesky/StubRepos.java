package hallmonitor.ingest.connector.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everyone's records. */
final class StubRepos {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A record.
   *
   * @param at when the server received it
   */
  record Kept(String uri, String cid, JsonNode value, Instant at) {
    String parent() {
      return value.path("reply").path("parent").path("uri").asText();
    }

    String did() {
      return uri.split("/")[2];
    }

    String collection() {
      return uri.split("/")[3];
    }

    boolean isPost() {
      return collection().equals("app.bsky.feed.post");
    }

    /** Returns the time that the AppView sorts by: the earlier of typed and true. */
    Instant sortedAt() {
      Instant typed = Instant.parse(value.path("createdAt").asText());
      return typed.isBefore(at) ? typed : at;
    }
  }

  private final Map<String, Kept> records = new LinkedHashMap<>();
  private long ticks;

  List<Kept> all() {
    return List.copyOf(records.values());
  }

  Kept find(String uri) {
    return records.get(uri);
  }

  ObjectNode get(String repo, String collection, String key) {
    String uri = "at://" + repo + "/" + collection + "/" + key;
    Kept kept = records.get(uri);
    if (kept == null) {
      throw new XrpcRefusal(400, "RecordNotFound", "Could not locate record: " + uri);
    }
    return named(kept).set("value", kept.value());
  }

  ObjectNode create(JsonNode input) {
    return write(input, newKey());
  }

  ObjectNode put(JsonNode input) {
    String key = input.path("rkey").asText();
    Kept before = records.get(uri(input, key));
    if (input.has("swapRecord")) {
      String expected = input.path("swapRecord").asText(null);
      String actual = before == null ? null : before.cid();
      if (expected == null ? actual != null : !expected.equals(actual)) {
        throw new XrpcRefusal(400, "InvalidSwap", "Record was at " + actual);
      }
    }
    JsonNode hidden = input.at("/record/hiddenReplies");
    if (hidden.size() > 300) {
      throw new XrpcRefusal(400, "InvalidRequest", "hiddenReplies must not have more than 300");
    }
    return write(input, key);
  }

  private ObjectNode write(JsonNode input, String key) {
    String uri = uri(input, key);
    JsonNode value = input.path("record").deepCopy();
    String cid =
        "bafyrei"
            + UUID.nameUUIDFromBytes((uri + value).getBytes(UTF_8)).toString().replace("-", "");
    Kept before = records.get(uri);
    Kept kept = new Kept(uri, cid, value, before == null ? now() : before.at());
    records.put(uri, kept);
    return named(kept);
  }

  void delete(JsonNode input) {
    records.remove(uri(input, input.path("rkey").asText()));
  }

  private static String uri(JsonNode input, String key) {
    return "at://"
        + input.path("repo").asText()
        + "/"
        + input.path("collection").asText()
        + "/"
        + key;
  }

  private static ObjectNode named(Kept kept) {
    return JSON.createObjectNode().put("uri", kept.uri()).put("cid", kept.cid());
  }

  /** Each record has its own microsecond. */
  private Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(ticks++ % 1_000, ChronoUnit.MICROS);
  }

  private String newKey() {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    return RecordKey.encode(micros << 10 | ticks++ % 1_024);
  }
}
