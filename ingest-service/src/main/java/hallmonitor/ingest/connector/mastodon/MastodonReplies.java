package hallmonitor.ingest.connector.mastodon;

import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.ReplyTextMatch;
import hallmonitor.ingest.connector.http.HtmlText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Replies to comments as the account. A status has no place for the action's id, so an earlier
 * attempt is recognized by its words: the account's own answer to the same comment with the same
 * text.
 */
final class MastodonReplies {
  private final MastodonHttp http;

  MastodonReplies(MastodonHttp http) {
    this.http = http;
  }

  /**
   * Posts a reply in public, to the comment's author by name.
   *
   * @return false if it was already there
   */
  boolean post(UUID actionId, Status comment, String text, String me) throws PlatformException {
    if (isThere(comment, text, me)) {
      return false;
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("status", "@" + comment.acct() + " " + text);
    form.put("in_reply_to_id", comment.id());
    form.put("visibility", "public");
    http.post("/v1/statuses", form, Optional.of(actionId.toString()));
    return true;
  }

  private boolean isThere(Status comment, String text, String me) throws PlatformException {
    for (Status one :
        Status.all(
            http.get("/v1/statuses/" + comment.id() + "/context", Map.of())
                .objects("descendants"))) {
      if (one.accountId().equals(me)
          && one.inReplyTo().filter(comment.id()::equals).isPresent()
          && ReplyTextMatch.sameAfterNames(
              HtmlText.shown(one.json().path("content").asText("")), text)) {
        return true;
      }
    }
    return false;
  }
}
