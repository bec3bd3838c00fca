package hallmonitor.importer.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code comments_and_reactions/comments.json}: {@code {"comments_v2":[{"timestamp":...,
 * "data":[{"comment":{"timestamp":..., "comment":"...", "author":"..."}}], "title":"A commented on
 * B's post."}]}}. It holds what the Page or person itself wrote, and does not say under what.
 */
final class FacebookComments implements RowMapping {
  @Override
  public ObjectNode row(JsonNode entry) throws Unfit {
    long seconds = FacebookExport.seconds(entry);
    JsonNode comment = entry.path("data").path(0).path("comment");
    String text = FacebookExport.text(comment.path("comment"));
    if (text.isBlank()) {
      throw new Unfit("has no words, such as a sticker");
    }
    String author = FacebookExport.text(comment.path("author"));
    String title = FacebookExport.text(entry.path("title"));
    return DeliveryRow.comment(
        FacebookExport.id(seconds, author, text, title),
        DeliveryRow.NOT_IN_EXPORT,
        new Writer("", author),
        text,
        FacebookExport.time(seconds));
  }
}
