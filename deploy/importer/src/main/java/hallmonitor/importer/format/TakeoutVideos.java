package hallmonitor.importer.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * {@code YouTube and YouTube Music/video metadata/videos.csv} of Google's Takeout: the channel's
 * own videos. Source: the schema reference of Google's Data Portability API at
 * developers.google.com/data-portability.
 */
final class TakeoutVideos implements RowMapping {
  static final Set<String> NEEDED =
      Set.of("video id", "video title (original)", "video create timestamp");

  static String watch(String video) {
    return "https://www.youtube.com/watch?v=" + video;
  }

  @Override
  public ObjectNode row(JsonNode entry) throws Unfit {
    if (entry.path("privacy").asText("").strip().equalsIgnoreCase("private")) {
      throw new Unfit("is a private video, which nobody could comment on");
    }
    String id = entry.path("video id").asText("").strip();
    String published = entry.path("video publish timestamp").asText("").strip();
    return DeliveryRow.post(
            id,
            entry.path("video description (original)").asText(""),
            published.isEmpty()
                ? entry.path("video create timestamp").asText("").strip()
                : published)
        .put("title", DeliveryRow.title(entry.path("video title (original)").asText("")))
        .put("permalink", watch(id));
  }
}
