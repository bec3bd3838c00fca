package hallmonitor.notifier.evidence.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Withholds everything that could be used to test a guessed name: a record's salt, and hashes of
 * texts without one. Ids that are hashes of their content (RFC 9562, versions 3 and 5) become
 * numbers, always the same one for the same id.
 */
final class HashRedaction {
  static final String WITHHELD = "[withheld: a hash]";

  /** A run with a letter in it; one of only digits is a platform's id, unless it is long. */
  private static final Pattern HASH =
      Pattern.compile(
          "(?<![0-9a-fA-F])(?=[0-9]*[a-fA-F]|[0-9a-fA-F]{32})[0-9a-fA-F]{16,}(?![0-9a-fA-F])");

  private static final Pattern NAMED_ID =
      Pattern.compile(
          "(?<![0-9a-fA-F])[0-9a-f]{8}-[0-9a-f]{4}-[35][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Map<String, Integer> ids = new LinkedHashMap<>();

  /** Returns a record without them; its link to the one before it stays. */
  JsonNode withheldFrom(JsonNode record) {
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    String caseId = record.path("case").asText();
    record
        .properties()
        .forEach(
            f -> {
              switch (f.getKey()) {
                case "salt" -> shown.put("salt", "[withheld]");
                case "content", "entry" -> shown.set(f.getKey(), without(f.getValue(), caseId));
                default -> shown.set(f.getKey(), f.getValue());
              }
            });
    return shown;
  }

  private JsonNode without(JsonNode node, String caseId) {
    if (node.isTextual()) {
      return TextNode.valueOf(text(node.textValue(), caseId));
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(n -> array.add(without(n, caseId)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              f ->
                  object.set(
                      text(f.getKey(), caseId),
                      isRevision(f) ? TextNode.valueOf(WITHHELD) : without(f.getValue(), caseId)));
      return object;
    }
    return node;
  }

  /** A revision's name is derived from its text, in any form. */
  private static boolean isRevision(Map.Entry<String, JsonNode> field) {
    return field.getKey().equals("revision") && field.getValue().isTextual();
  }

  private String text(String text, String caseId) {
    String ids =
        NAMED_ID
            .matcher(text)
            .replaceAll(
                m ->
                    Matcher.quoteReplacement(
                        m.group().equals(caseId) ? caseId : numbered(m.group())));
    return HASH.matcher(ids).replaceAll(Matcher.quoteReplacement(WITHHELD));
  }

  private String numbered(String id) {
    return "[id " + ids.computeIfAbsent(id, i -> ids.size() + 1) + "]";
  }
}
