package hallmonitor.ingest.connector.discourse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PushSecrets;
import hallmonitor.ingest.connector.ReplyTextMatch;
import hallmonitor.ingest.connector.SourceConnector;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One forum. Hiding is staff's deletion, which staff can take back. The forum's own hiding is not
 * used, because the author is told and can make the post visible again by editing it.
 */
final class DiscourseConnector extends SourceConnector {
  /** A silence must have an end; the order to lift it comes earlier. */
  private static final int LONGEST_SILENCE_DAYS = 36_500;

  private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

  private final DiscourseApi api;
  private final InstantSource clock;
  private final DiscourseSource source;

  DiscourseConnector(DiscourseApi api, PushSecrets secrets, InstantSource clock) {
    this(api, secrets, clock, new DiscourseSource(api, clock));
  }

  private DiscourseConnector(
      DiscourseApi api, PushSecrets secrets, InstantSource clock, DiscourseSource source) {
    super(source, Optional.of(new ForumPush(secrets)));
    this.api = api;
    this.clock = clock;
    this.source = source;
  }

  @Override
  public Optional<BlockSource> blocks() {
    return Optional.of(new SilencedMembers(api));
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.DELETE));
  }

  @Override
  public Applied apply(PlatformAction action, String commentId) throws PlatformException {
    return switch (action) {
      case HIDE -> hide(commentId);
      case RESTORE -> restore(commentId);
      case DELETE ->
          throw PlatformException.rejected(
              "A forum keeps what staff deletes, so hide it; where the forum allows it, an"
                  + " administrator deletes it there for good.");
      case BLOCK_AUTHOR -> silence(commentId, true);
      case UNBLOCK_AUTHOR -> silence(commentId, false);
      case REPLY -> throw new IllegalArgumentException("a reply needs its text");
    };
  }

  private Applied hide(String id) throws PlatformException {
    ForumPost post = existing(id);
    if (post.isDeleted() || post.takenBack()) {
      return new Applied(false, post.observed());
    }
    api.change("DELETE", post.beganTopic() ? topic(post, "") : post(post, ""), NOTHING);
    return new Applied(true, ForumPost.DELETED);
  }

  /**
   * Restores what staff deleted, as it was before: a post that members had hidden by flags stays
   * hidden. If nothing is deleted, shows the post that members hid by flags.
   */
  private Applied restore(String id) throws PlatformException {
    ForumPost post = existing(id);
    if (post.isDeleted()) {
      api.change(
          "PUT", post.beganTopic() ? topic(post, "/recover") : post(post, "/recover"), NOTHING);
      return new Applied(true, post.isFlagged() ? ForumPost.FLAGGED : ForumPost.VISIBLE);
    }
    if (post.isFlagged()) {
      api.change("PUT", post(post, "/unhide"), NOTHING);
      return new Applied(true, ForumPost.VISIBLE);
    }
    return new Applied(false, post.observed());
  }

  /**
   * The first post is deleted and restored with its topic, because a forum does not allow deleting
   * it alone.
   */
  private static String topic(ForumPost post, String what) {
    return "/t/" + post.topic() + what + ".json";
  }

  private static String post(ForumPost post, String what) {
    return "/posts/" + post.id() + what + ".json";
  }

  /** A silenced member can read but no longer write; earlier posts stay. */
  private Applied silence(String id, boolean silence) throws PlatformException {
    ForumPost post = existing(id);
    String user = "/admin/users/" + post.user();
    boolean silenced = api.get(user + ".json", Map.of()).body().path("silenced").asBoolean();
    if (silenced == silence) {
      return new Applied(false, post.observed());
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (silence) {
      Instant end = clock.instant().plus(LONGEST_SILENCE_DAYS, ChronoUnit.DAYS);
      body.put("silenced_till", end.toString()).put("reason", "Hall Monitor");
    }
    api.change("PUT", user + (silence ? "/silence.json" : "/unsilence.json"), body);
    return new Applied(true, post.observed());
  }

  /**
   * Replies to a post. A post has no place for the action's id, so an earlier attempt is recognized
   * by its words: the user's own answer with the same text.
   */
  @Override
  public Applied reply(UUID actionId, String commentId, String text) throws PlatformException {
    ForumPost post = existing(commentId);
    String own = api.secret().user();
    for (ForumPost one : source.answers(post, own)) {
      if (ReplyTextMatch.same(one.text(api.site()).text(), text)) {
        return new Applied(false, post.observed());
      }
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("raw", text);
    body.put("topic_id", Long.parseLong(post.topic()));
    body.put("reply_to_post_number", post.number());
    api.change("POST", "/posts.json", body);
    return new Applied(true, post.observed());
  }

  @Override
  public Observed observe(String commentId) throws PlatformException {
    return existing(commentId).observed();
  }

  private ForumPost existing(String id) throws PlatformException {
    return source
        .find(id)
        .orElseThrow(
            () ->
                new PlatformException(
                    new Fault.Gone(
                        "The post no longer exists on the forum, or this user may not see it.")));
  }
}
