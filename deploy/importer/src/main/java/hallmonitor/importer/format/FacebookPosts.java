package hallmonitor.importer.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * {@code profile_posts_1.json} of a Page, or {@code your_posts_1.json} of a person: {@code
 * [{"timestamp":..., "data":[{"post":"..."},{"update_timestamp":...}], "attachments":[...]}]}.
 * Pictures are files of the export, which have no address, so only their words are taken.
 */
final class FacebookPosts implements RowMapping {
  @Override
  public ObjectNode row(JsonNode entry) throws Unfit {
    long seconds = FacebookExport.seconds(entry);
    Set<String> words = new LinkedHashSet<>();
    long changed = 0;
    for (JsonNode part : entry.path("data")) {
      words.add(FacebookExport.text(part.path("post")));
      changed = Math.max(changed, part.path("update_timestamp").asLong(0));
    }
    for (JsonNode attachment : entry.path("attachments")) {
      for (JsonNode part : attachment.path("data")) {
        words.add(FacebookExport.text(part.at("/media/description")));
        words.add(FacebookExport.text(part.at("/note/text")));
        words.add(FacebookExport.text(part.at("/event/name")));
        words.add(FacebookExport.text(part.at("/external_context/name")));
        words.add(FacebookExport.text(part.at("/external_context/url")));
      }
    }
    words.remove("");
    String text = String.join("\n", words);
    if (text.isBlank()) {
      throw new Unfit("has no words, such as a new profile picture");
    }
    ObjectNode row =
        DeliveryRow.post(FacebookExport.id(seconds, text), text, FacebookExport.time(seconds));
    if (changed > seconds) {
      row.put("editedAt", FacebookExport.time(changed));
    }
    return row;
  }
}
