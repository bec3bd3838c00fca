package hallmonitor.importer.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of one's own, with the fields of a delivery as its columns. */
final class OwnColumns implements RowMapping {
  /** Without these, a table is none of comments or posts. */
  static final Set<String> NEEDED = Set.of("id", "text", "writtenat");

  /** Columns as they are compared, and the fields that they are. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "id", "id",
          "post", "post",
          "parent", "parent",
          "title", "title",
          "text", "text",
          "permalink", "permalink",
          "writtenat", "writtenAt",
          "editedat", "editedAt");

  private static final Set<String> OTHERS =
      Set.of("kind", "author", "author-id", "attachments", "hidden");

  /**
   * Creates a mapping.
   *
   * @param names of the columns, in lower case
   * @throws IOException with a sentence for people, if one has no meaning here
   */
  static OwnColumns of(Set<String> names) throws IOException {
    for (String name : names) {
      if (!TEXTS.containsKey(name) && !OTHERS.contains(name)) {
        throw new IOException(
            "its column '%s' is unknown; known are %s"
                .formatted(
                    name,
                    Stream.concat(TEXTS.values().stream(), OTHERS.stream())
                        .sorted()
                        .collect(Collectors.joining(", "))));
      }
    }
    return new OwnColumns();
  }

  @Override
  public ObjectNode row(JsonNode entry) throws Unfit {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    String kind = text(entry, "kind").isEmpty() ? "comment" : text(entry, "kind");
    row.put("kind", kind);
    TEXTS.forEach(
        (column, field) -> {
          String value = text(entry, column);
          if (!value.isEmpty() || field.equals("text")) {
            row.put(field, value);
          }
        });
    List<String> addresses = List.of(text(entry, "attachments").strip().split("\\s+"));
    if (!addresses.get(0).isEmpty()) {
      addresses.forEach(row.putArray("attachments")::add);
    }
    if (kind.equals("comment")) {
      author(entry, row);
    }
    return row;
  }

  private static void author(JsonNode entry, ObjectNode row) throws Unfit {
    ObjectNode author = row.putObject("author").put("name", text(entry, "author"));
    if (!text(entry, "author-id").isEmpty()) {
      author.put("id", text(entry, "author-id"));
    }
    switch (CsvRows.lower(text(entry, "hidden"))) {
      case "true" -> row.put("hidden", true);
      case "", "false" -> {}
      default -> throw new Unfit("hidden is neither true nor false");
    }
  }

  private static String text(JsonNode entry, String column) {
    return entry.path(column).asText("");
  }
}
