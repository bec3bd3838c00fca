package hallmonitor.importer.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hallmonitor.importer.format.RowMapping.Unfit;

/**
 * The text of a comment in Google's Takeout, which is JSON in a column of a table. Until June 2024
 * {@code {"takeoutSegments":[{"text":"a"},{"text":"b"}]}}, and since then {@code
 * {"text":"a"},{"text":"b"}} with line breaks as they are; before 2022, plain text. Source: {@code
 * parse_csv.py} and its tests in github.com/purarue/google_takeout_parser.
 */
final class TakeoutText {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  private TakeoutText() {}

  static String of(String column) throws Unfit {
    String stripped = column.strip();
    if (!stripped.startsWith("{\"takeoutSegments\"") && !stripped.startsWith("{\"text\"")) {
      return column;
    }
    try {
      JsonNode parts = JSON.readTree("[" + stripped + "]");
      JsonNode segments = parts.path(0).path("takeoutSegments");
      StringBuilder text = new StringBuilder();
      (segments.isArray() ? segments : parts)
          .forEach(part -> text.append(part.path("text").asText("")));
      return text.toString();
    } catch (JsonProcessingException e) {
      throw new Unfit("its text is no JSON as Takeout writes it");
    }
  }
}
