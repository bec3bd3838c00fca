package hallmonitor.importer.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * {@code YouTube and YouTube Music/comments/comments.csv} of Google's Takeout: what the channel
 * itself wrote, anywhere. The order of the columns and the capitals of their names changed over the
 * years. Sources: the tests of github.com/purarue/google_takeout_parser, and the schema reference
 * of Google's Data Portability API at developers.google.com/data-portability.
 */
final class TakeoutComments implements RowMapping {
  static final Set<String> NEEDED =
      Set.of("comment id", "channel id", "comment create timestamp", "video id", "comment text");

  private final Writer writer;

  TakeoutComments(Writer writer) {
    this.writer = writer;
  }

  @Override
  public ObjectNode row(JsonNode entry) throws Unfit {
    String id = text(entry, "comment id");
    String video = text(entry, "video id");
    // A comment under a post of the Community tab has no video.
    String under = video.isEmpty() ? text(entry, "post id") : video;
    ObjectNode row =
        DeliveryRow.comment(
            id,
            under,
            writer.withId(text(entry, "channel id")),
            TakeoutText.of(entry.path("comment text").asText("")),
            text(entry, "comment create timestamp"));
    if (!text(entry, "parent comment id").isEmpty()) {
      row.put("parent", text(entry, "parent comment id"));
    }
    if (!video.isEmpty()) {
      row.put("permalink", TakeoutVideos.watch(video) + "&lc=" + id);
    }
    return row;
  }

  private static String text(JsonNode entry, String column) {
    return entry.path(column).asText("").strip();
  }
}
