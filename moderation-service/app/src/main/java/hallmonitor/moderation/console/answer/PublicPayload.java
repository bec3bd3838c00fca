package hallmonitor.moderation.console.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.moderation.casework.answer.ReleasedRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the platform answered about a record, reduced to what the released record says anyway: its
 * id, text, author's name, title, address, pictures, and time. Everything else is left out, such as
 * email and IP addresses, ids of people, tokens, counts, and flags. What is left out is decided by
 * the value and not by the field's name, because platforms add fields.
 */
final class PublicPayload {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Only tags without attributes: those of others can say more than the text between. */
  private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][A-Za-z0-9]{0,20}\\s*/?>");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Platforms name their fields so; what is not may be a name of a person. */
  private static final Pattern FIELD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:$-]{0,39}");

  private static final Map<String, String> ENTITIES =
      Map.of(
          "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#39;", "'", "&#039;", "'", "&nbsp;", " ",
          "&#8217;", "\u2019", "&#8220;", "\u201C", "&#8221;", "\u201D");

  private final Set<String> said;
  private final Set<Instant> times;
  private int leftOut;

  private PublicPayload(ReleasedRecord record) {
    this.said =
        Stream.concat(
                Stream.of(
                    record.recordId(),
                    record.text(),
                    record.author(),
                    record.title(),
                    record.permalink()),
                record.attachments().stream())
            .map(PublicPayload::plain)
            .filter(value -> !value.isEmpty())
            .collect(Collectors.toCollection(HashSet::new));
    this.times = record.writtenAt().stream().collect(Collectors.toSet());
  }

  /**
   * Returns the content of the file; empty if nothing is left, or if the record is not released as
   * a whole.
   *
   * @param raw the platform's answer
   */
  static Optional<String> of(String raw, ReleasedRecord record) {
    if (!record.isWhole() || raw.isBlank()) {
      return Optional.empty();
    }
    JsonNode parsed;
    try {
      parsed = JSON.readTree(raw);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    PublicPayload payload = new PublicPayload(record);
    return payload.kept(parsed).map(kept -> payload.file(record, kept));
  }

  private String file(ReleasedRecord record, JsonNode kept) {
    ObjectNode file = JSON.createObjectNode();
    file.put("record", record.number());
    file.put("valuesLeftOut", leftOut);
    file.set("payload", kept);
    return file.toPrettyString() + "\n";
  }

  private Optional<JsonNode> kept(JsonNode node) {
    if (node.isObject()) {
      return object(node);
    }
    if (node.isArray()) {
      ArrayNode array = JSON.createArrayNode();
      node.forEach(one -> kept(one).ifPresent(array::add));
      return array.isEmpty() ? Optional.empty() : Optional.of(array);
    }
    if (isSaid(node)) {
      return Optional.of(node);
    }
    leftOut++;
    return Optional.empty();
  }

  private Optional<JsonNode> object(JsonNode node) {
    ObjectNode object = JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (FIELD.matcher(field.getKey()).matches()) {
        kept(field.getValue()).ifPresent(value -> object.set(field.getKey(), value));
      } else {
        leftOut++;
      }
    }
    return object.isEmpty() ? Optional.empty() : Optional.of(object);
  }

  private boolean isSaid(JsonNode leaf) {
    if (!leaf.isTextual() && !leaf.isIntegralNumber()) {
      return false;
    }
    return said.contains(plain(leaf.asText())) || isTime(leaf.asText());
  }

  private boolean isTime(String value) {
    try {
      return times.contains(OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Returns a text without markup, so that HTML of a platform is compared by what it says. */
  private static String plain(String value) {
    String text = MARKUP.matcher(value).replaceAll(" ");
    for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
      text = text.replace(entity.getKey(), entity.getValue());
    }
    return SPACE.matcher(text.replace("&amp;", "&")).replaceAll(" ").strip();
  }
}
