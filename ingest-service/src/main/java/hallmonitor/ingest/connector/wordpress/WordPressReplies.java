package hallmonitor.ingest.connector.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.PlatformException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Replies to comments as the owner of the application password. WordPress stores a client's user
 * agent with a comment ({@code author_user_agent} of its REST API) and shows it only to moderators.
 * It carries the action's id, which identifies a reply even if its text was changed.
 */
final class WordPressReplies {
  private final WordPressHttp http;

  WordPressReplies(WordPressHttp http) {
    this.http = http;
  }

  /**
   * Posts a reply.
   *
   * @param comment what is answered, with its {@code id} and {@code post}
   * @return false if it was already there
   */
  boolean post(UUID actionId, JsonNode comment, String text) throws PlatformException {
    String mark = "HallMonitor/1.0 (reply " + actionId + ")";
    if (isThere(comment.path("id").asText(), mark)) {
      return false;
    }
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("post", comment.path("post").asLong());
    reply.put("parent", comment.path("id").asLong());
    reply.put("author_user_agent", mark);
    reply.put("content", escaped(text));
    http.post("/comments", reply);
    return true;
  }

  /** Includes the trash: if someone removed the reply, it is not posted again. */
  private boolean isThere(String commentId, String mark) throws PlatformException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("context", "edit");
    query.put("status", "any");
    query.put("parent", commentId);
    query.put("orderby", "date_gmt");
    query.put("order", "desc");
    query.put("per_page", String.valueOf(CommentList.PAGE));
    query.put("_fields", "id,author_user_agent");
    for (JsonNode child : http.get("/comments", query).body()) {
      if (child.path("author_user_agent").asText().equals(mark)) {
        return true;
      }
    }
    return false;
  }

  /** Escapes markup, because an editor's text may contain it. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
