package hallmonitor.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Everyone's records. Thread-safe. */
final class BlueskyRecords {
  private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";

  private final Kept<BlueskyRecord> records;
  private BlueskyIndex index;
  private long indexed;
  private long ticks;

  BlueskyRecords(Kept<BlueskyRecord> records) {
    this.records = records;
    this.index = BlueskyIndex.of(records.values());
    this.indexed = records.version();
  }

  /** Returns the records by what they are asked for. It is made again only after a change. */
  synchronized BlueskyIndex index() {
    if (indexed != records.version()) {
      index = BlueskyIndex.of(records.values());
      indexed = records.version();
    }
    return index;
  }

  synchronized long version() {
    return records.version();
  }

  synchronized void onChange(Runnable called) {
    records.onChange(called);
  }

  synchronized Optional<BlueskyRecord> find(String uri) {
    return records.find(uri);
  }

  synchronized ObjectNode get(String repo, String collection, String key) {
    String uri = "at://" + repo + "/" + collection + "/" + key;
    BlueskyRecord kept =
        find(uri)
            .orElseThrow(
                () -> new XrpcRefusal(400, "RecordNotFound", "Could not locate record: " + uri));
    return named(kept).set("value", kept.value());
  }

  synchronized ObjectNode create(JsonNode input) {
    return write(input, newKey());
  }

  synchronized ObjectNode put(JsonNode input) {
    String key = input.path("rkey").asText();
    String actual = find(uri(input, key)).map(BlueskyRecord::cid).orElse("");
    // null stands for none
    if (input.has("swapRecord") && !input.path("swapRecord").asText("").equals(actual)) {
      throw new XrpcRefusal(400, "InvalidSwap", "Record was at " + actual);
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
    long micros = find(uri).map(BlueskyRecord::micros).orElseGet(this::now);
    BlueskyRecord kept = new BlueskyRecord(uri, cid, value, micros);
    records.put(uri, kept);
    return named(kept);
  }

  synchronized void delete(JsonNode input) {
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

  private static ObjectNode named(BlueskyRecord kept) {
    return JsonNodeFactory.instance.objectNode().put("uri", kept.uri()).put("cid", kept.cid());
  }

  /** Each record has its own microsecond. */
  private long now() {
    return Instant.now().toEpochMilli() * 1_000 + ticks++ % 1_000;
  }

  /** Returns a key (https://atproto.com/specs/tid): the time in sortable digits of five bits. */
  private String newKey() {
    long rest = now() << 10 | ticks++ % 1_024;
    StringBuilder key = new StringBuilder();
    for (int digit = 0; digit < 13; digit++) {
      key.append(DIGITS.charAt((int) (rest & 31)));
      rest >>= 5;
    }
    return key.reverse().toString();
  }
}
