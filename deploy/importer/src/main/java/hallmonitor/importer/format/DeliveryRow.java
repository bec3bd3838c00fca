package hallmonitor.importer.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds rows as the endpoint takes them; its fields are described in openapi.yaml. */
final class DeliveryRow {
  /** Stands for a post that the export does not name. */
  static final String NOT_IN_EXPORT = "not-in-export";

  /** Characters that the endpoint takes of a text, and of a title. */
  private static final int LONGEST_TEXT = 20_000;

  private static final int LONGEST_TITLE = 1_000;

  private DeliveryRow() {}

  static ObjectNode post(String id, String text, String writtenAt) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", "post")
        .put("id", id)
        .put("text", beginning(text, LONGEST_TEXT))
        .put("writtenAt", writtenAt);
  }

  static ObjectNode comment(String id, String post, Writer author, String text, String writtenAt) {
    ObjectNode row =
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", "comment")
            .put("id", id)
            .put("post", post.isEmpty() ? NOT_IN_EXPORT : post)
            .put("text", beginning(text, LONGEST_TEXT))
            .put("writtenAt", writtenAt);
    ObjectNode by = row.putObject("author").put("name", author.name());
    if (!author.id().isEmpty()) {
      by.put("id", author.id());
    }
    return row;
  }

  static String title(String title) {
    return beginning(title, LONGEST_TITLE);
  }

  private static String beginning(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }
}
