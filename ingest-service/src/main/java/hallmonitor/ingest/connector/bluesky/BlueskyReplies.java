package hallmonitor.ingest.connector.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import java.text.BreakIterator;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replies to comments as the account. The reply's key is made from the action's id, and it is
 * written only if there is none yet, so a retry never replies twice.
 */
final class BlueskyReplies {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\"\\p{Punct}]/?");

  private final BlueskyApi api;
  private final InstantSource clock;

  BlueskyReplies(BlueskyApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /**
   * Posts a reply.
   *
   * @return false if it was already there
   */
  boolean post(UUID actionId, PostView comment, String text) throws PlatformException {
    if (length(text) > BlueskyLexicon.LONGEST_TEXT
        || text.getBytes(UTF_8).length > BlueskyLexicon.LONGEST_TEXT_BYTES) {
      throw new PlatformException(
          new Fault.Rejected(
              "Bluesky takes replies of at most %d characters; shorten it."
                  .formatted(BlueskyLexicon.LONGEST_TEXT)));
    }
    ObjectNode to = JSON.createObjectNode().put("uri", comment.uri()).put("cid", comment.cid());
    ObjectNode post =
        JSON.createObjectNode().put("text", text).put("createdAt", clock.instant().toString());
    ObjectNode reply = post.putObject("reply");
    reply.set("parent", to);
    reply.set(
        "root",
        comment.record().at("/reply/root").isObject()
            ? comment.record().at("/reply/root")
            : to.deepCopy());
    ArrayNode links = links(text);
    if (!links.isEmpty()) {
      post.set("facets", links);
    }
    return api.put(BlueskyLexicon.POST, RecordKey.of("reply " + actionId), post, Optional.empty());
  }

  /**
   * Text is not a link there unless a facet says so (app.bsky.richtext.facet), counted in UTF-8
   * bytes.
   */
  private static ArrayNode links(String text) {
    ArrayNode facets = JSON.createArrayNode();
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      ObjectNode facet = facets.addObject();
      facet
          .putObject("index")
          .put("byteStart", text.substring(0, link.start()).getBytes(UTF_8).length)
          .put("byteEnd", text.substring(0, link.end()).getBytes(UTF_8).length);
      facet
          .putArray("features")
          .addObject()
          .put("$type", "app.bsky.richtext.facet#link")
          .put("uri", link.group());
    }
    return facets;
  }

  /** Counts characters as people do. */
  private static int length(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int length = 0;
    while (characters.next() != BreakIterator.DONE) {
      length++;
    }
    return length;
  }
}
