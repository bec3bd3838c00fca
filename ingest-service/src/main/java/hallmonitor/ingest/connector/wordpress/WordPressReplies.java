package hallmonitor.ingest.connector.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.PlatformException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Answers comments as the user whose application password is used. WordPress keeps the user agent
 * that a client names for a comment ({@code author_user_agent} of its REST API) and shows it to
 * moderators alone: it carries the action's id, by which a reply is found again whatever became of
 * its text.
 */
final class WordPressReplies {
  private final WordPressHttp http;

  WordPressReplies(WordPressHttp http) {
    this.http = http;
  }

  /**
   * @return false when it stood there already
   */
  boolean post(UUID actionId, String commentId, String text) throws PlatformException {
    String mark = "HallMonitor/1.0 (reply " + actionId + ")";
    if (isThere(commentId, mark)) {
      return false;
    }
    JsonNode comment =
        http.get("/comments/" + commentId, Map.of("context", "edit", "_fields", "id,post")).body();
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("post", comment.path("post").asLong());
    reply.put("parent", comment.path("id").asLong());
    reply.put("author_user_agent", mark);
    reply.put("content", escaped(text));
    http.post("/comments", reply);
    return true;
  }

  /** Those in the trash count: somebody took the reply away, and it is not given again. */
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

  /** An editor may write markup, so what is not meant as markup must not read as such. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
