package hallmonitor.ingest.connector.meta;

import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PushSecrets;
import hallmonitor.ingest.connector.ReplyTextMatch;
import hallmonitor.ingest.connector.SourceConnector;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One account on a platform of Meta. */
public final class GraphConnector extends SourceConnector {
  private static final int REMEMBERED = 10_000;

  private static final Observed DELETED = new Observed("deleted", Visibility.DELETED);

  private final GraphApi api;
  private final GraphAccount account;
  private final GraphSource source;

  /** Comments that this service started to delete; if they are gone, that is its own doing. */
  private final Set<String> deleting = ConcurrentHashMap.newKeySet();

  public GraphConnector(
      GraphApi api, GraphAccount account, PushSecrets secrets, InstantSource clock) {
    this(api, account, secrets, new GraphSource(api, account, clock));
  }

  private GraphConnector(
      GraphApi api, GraphAccount account, PushSecrets secrets, GraphSource source) {
    super(source, Optional.of(new GraphPush(secrets)));
    this.api = api;
    this.account = account;
    this.source = source;
  }

  @Override
  public Optional<BlockSource> blocks() {
    return account.blocks();
  }

  @Override
  public Set<Capability> capabilities() {
    return account.capabilities();
  }

  @Override
  public Applied apply(PlatformAction action, String commentId) throws PlatformException {
    if (action == PlatformAction.REPLY) {
      throw new IllegalArgumentException("a reply needs its text");
    }
    if (!capabilities().contains(Capability.of(action))) {
      throw PlatformException.rejected(account.instead(Capability.of(action)));
    }
    return switch (action) {
      case HIDE -> show(commentId, false);
      case RESTORE -> show(commentId, true);
      case DELETE -> delete(commentId);
      default -> block(commentId, action == PlatformAction.BLOCK_AUTHOR);
    };
  }

  private Applied show(String id, boolean visible) throws PlatformException {
    GraphComment comment = existing(id);
    Observed before = observed(comment);
    Visibility wanted = visible ? Visibility.VISIBLE : Visibility.HIDDEN;
    if (before.visibility() == wanted) {
      return new Applied(false, before);
    }
    if (!visible && !comment.mayHide()) {
      throw PlatformException.rejected(
          "Meta says that this comment cannot be hidden: it is the account's own, or its author"
              + " runs the account. Act there by hand.");
    }
    api.post("/" + id, Map.of(account.hideParameter(), String.valueOf(!visible)));
    return new Applied(true, new Observed(visible ? "visible" : "hidden", wanted));
  }

  private Applied delete(String id) throws PlatformException {
    if (source.find(id).isEmpty()) {
      if (deleting.contains(id)) {
        return new Applied(false, DELETED);
      }
      throw gone();
    }
    if (deleting.size() > REMEMBERED) {
      deleting.clear();
    }
    deleting.add(id);
    api.delete("/" + id, Map.of());
    return new Applied(true, DELETED);
  }

  private Applied block(String id, boolean blocked) throws PlatformException {
    GraphComment comment = existing(id);
    String author =
        comment
            .author()
            .orElseThrow(
                () ->
                    PlatformException.rejected(
                        "Meta does not tell who wrote this comment, so its author can be blocked"
                            + " only by hand there."));
    if (account.isBlocked(source.me(), author) == blocked) {
      return new Applied(false, observed(comment));
    }
    account.block(source.me(), author, blocked);
    return new Applied(true, observed(comment));
  }

  /**
   * Replies to a comment. A reply has no place for the action's id, so an earlier attempt is
   * recognized by its words: the account's own reply with the same text.
   */
  @Override
  public Applied reply(UUID actionId, String commentId, String text) throws PlatformException {
    GraphComment comment = existing(commentId);
    String me = source.me();
    for (GraphComment one : account.replies(comment)) {
      if (one.author().filter(me::equals).isPresent()
          && ReplyTextMatch.same(one.seen().text(), text)) {
        return new Applied(false, observed(comment));
      }
    }
    api.post("/" + comment.thread() + account.replyEdge(), Map.of("message", text));
    return new Applied(true, observed(comment));
  }

  @Override
  public Observed observe(String commentId) throws PlatformException {
    Optional<GraphComment> found = source.find(commentId);
    if (found.isEmpty() && deleting.contains(commentId)) {
      return DELETED;
    }
    return observed(found.orElseThrow(GraphConnector::gone));
  }

  private static Observed observed(GraphComment comment) {
    Visibility visibility = comment.seen().visibility();
    return new Observed(visibility == Visibility.VISIBLE ? "visible" : "hidden", visibility);
  }

  private GraphComment existing(String id) throws PlatformException {
    return source.find(id).orElseThrow(GraphConnector::gone);
  }

  private static PlatformException gone() {
    return new PlatformException(new Fault.Gone("The comment no longer exists there."));
  }
}
