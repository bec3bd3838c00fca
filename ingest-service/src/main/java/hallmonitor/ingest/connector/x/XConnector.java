package hallmonitor.ingest.connector.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PushSource;
import hallmonitor.ingest.connector.Recent;
import hallmonitor.ingest.connector.ReplyTextMatch;
import hallmonitor.ingest.connector.SourceConnector;
import hallmonitor.ingest.connector.x.MonthlySpending.Price;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One account. It can hide replies in the conversations that it started, and nothing else that
 * others wrote. X does not say which replies are hidden, so only this service's own acts are known.
 */
final class XConnector extends SourceConnector {
  private static final int REMEMBERED = 10_000;

  /**
   * Number of newest posts to search for an earlier attempt; each post that is read costs money.
   */
  private static final String OWN_POSTS_READ = "10";

  /** X makes links of bare names of hosts, too. */
  private static final Pattern LINK = Pattern.compile("://|\\w\\.[a-z]{2,}");

  private final XApi api;
  private final OwnPosts own;
  private final Recent<Boolean> hidden;

  /** Replies that were sent, by the action's id; X may list them late. */
  private final Recent<Boolean> sent = new Recent<>(REMEMBERED);

  private final XSource source;

  XConnector(XApi api, PushSource push, InstantSource clock) {
    this(api, push, clock, new OwnPosts(api, clock), new Recent<>(REMEMBERED));
  }

  private XConnector(
      XApi api, PushSource push, InstantSource clock, OwnPosts own, Recent<Boolean> hidden) {
    this(api, push, own, hidden, new XSource(api, clock, own, hidden));
  }

  private XConnector(
      XApi api, PushSource push, OwnPosts own, Recent<Boolean> hidden, XSource source) {
    super(source, Optional.of(push));
    this.api = api;
    this.own = own;
    this.hidden = hidden;
    this.source = source;
  }

  @Override
  public Optional<BlockSource> blocks() {
    return Optional.of(new XBlocks(api, source));
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.HIDE, Capability.RESTORE, Capability.REPLY);
  }

  @Override
  public Applied apply(PlatformAction action, String commentId) throws PlatformException {
    return switch (action) {
      case HIDE -> hide(commentId, true);
      case RESTORE -> hide(commentId, false);
      case DELETE ->
          throw PlatformException.rejected(
              "X lets nobody delete what somebody else wrote; hide the reply, and report it to X.");
      case BLOCK_AUTHOR, UNBLOCK_AUTHOR ->
          throw PlatformException.rejected(
              "X's API blocks only for enterprise customers; block the author in X's app, where it"
                  + " can be undone.");
      case REPLY -> throw new IllegalArgumentException("a reply needs its text");
    };
  }

  /** Sets the state even if it is the known one: someone may have changed it on X. */
  private Applied hide(String id, boolean hide) throws PlatformException {
    XPost post = existing(id);
    if (!began(post)) {
      throw PlatformException.rejected(
          "X lets an account hide only replies in conversations that it began, and this one is"
              + " somebody else's; report it to X.");
    }
    boolean changes = hidden.get(id).map(known -> known != hide).orElse(true);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("hidden", hide);
    api.change("PUT", "/2/tweets/" + post.newest() + "/hidden", body, Price.HIDE);
    hidden.put(id, hide);
    return new Applied(changes, observed(id));
  }

  private boolean began(XPost post) throws PlatformException {
    String conversation = post.conversation();
    if (post.first().equals(conversation)) {
      return false;
    }
    return own.began(conversation)
        || source
            .find(conversation)
            .filter(root -> !root.author().isEmpty())
            .map(XPost::author)
            .filter(source.me()::equals)
            .isPresent();
  }

  private XPost existing(String id) throws PlatformException {
    return source
        .find(id)
        .orElseThrow(
            () ->
                new PlatformException(
                    new Fault.Gone(
                        "The comment no longer exists on X, or its author's posts are not"
                            + " public.")));
  }

  @Override
  public Observed observe(String commentId) throws PlatformException {
    existing(commentId);
    return observed(commentId);
  }

  /** Never certain, because the memory does not cover acts with a lost answer. */
  private Observed observed(String id) {
    boolean out = hidden.get(id).orElse(false);
    return new Observed(
        out ? "hidden" : "visible", out ? Visibility.HIDDEN : Visibility.VISIBLE, false);
  }

  /**
   * Replies to a comment. A post has no place for the action's id, so an earlier attempt is
   * recognized by its words: the account's own answer with the same text. If X does not list it
   * yet, it refuses the second one as a duplicate, which shows that the first one was posted.
   */
  @Override
  public Applied reply(UUID actionId, String commentId, String text) throws PlatformException {
    XPost comment = existing(commentId);
    Map<String, String> query = new LinkedHashMap<>(XPost.FIELDS);
    query.remove("expansions"); // pictures are charged
    query.put("since_id", comment.newest());
    query.put("max_results", OWN_POSTS_READ);
    for (XPost one : XPost.in(api.get("/2/users/" + source.me() + "/tweets", query, Price.POST))) {
      if (one.answered().filter(comment.newest()::equals).isPresent()
          && ReplyTextMatch.sameAfterNames(one.text(), text)) {
        return new Applied(false, observed(commentId));
      }
    }
    boolean again = sent.get(actionId.toString()).isPresent();
    sent.put(actionId.toString(), true);
    try {
      api.change(
          "POST",
          "/2/tweets",
          answer(comment.newest(), text),
          LINK.matcher(text).find() ? Price.REPLY_WITH_LINK : Price.REPLY);
    } catch (PlatformException e) {
      // The same words to another comment can be a duplicate for X, too: that does not count as an
      // answer here.
      if (again && XFaults.isDuplicate(e.fault())) {
        return new Applied(false, observed(commentId));
      }
      throw e;
    }
    return new Applied(true, observed(commentId));
  }

  private static JsonNode answer(String to, String text) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("text", text);
    body.putObject("reply").put("in_reply_to_tweet_id", to);
    return body;
  }
}
