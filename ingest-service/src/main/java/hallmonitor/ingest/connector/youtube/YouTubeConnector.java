package hallmonitor.ingest.connector.youtube;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hallmonitor.contract.event.AccountStatus.Allowance;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.ReplyTextMatch;
import hallmonitor.ingest.connector.SourceConnector;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One channel. Its owner can hold what others wrote for review, but delete only the owner's own.
 * {@code banAuthor} exists, but only together with a rejection, which no one can view or undo, and
 * it cannot be lifted. So blocking is not offered.
 */
final class YouTubeConnector extends SourceConnector {
  private final YouTubeApi api;
  private final ThreadReader threads;
  private final CommentFinder finder;
  private final YouTubeSource source;
  private final ModerationCalls moderation;

  YouTubeConnector(YouTubeApi api, InstantSource clock) {
    this(api, new ThreadReader(api, new Videos(api), clock));
  }

  private YouTubeConnector(YouTubeApi api, ThreadReader threads) {
    this(api, threads, new CommentFinder(api, threads));
  }

  private YouTubeConnector(YouTubeApi api, ThreadReader threads, CommentFinder finder) {
    this(api, threads, finder, new YouTubeSource(api, threads, finder));
  }

  private YouTubeConnector(
      YouTubeApi api, ThreadReader threads, CommentFinder finder, YouTubeSource source) {
    super(source);
    this.api = api;
    this.threads = threads;
    this.finder = finder;
    this.source = source;
    this.moderation = new ModerationCalls(api);
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.HIDE, Capability.RESTORE, Capability.REPLY);
  }

  /** Reads first: a read costs 1 unit, a change 50. */
  @Override
  public Applied apply(PlatformAction action, String commentId) throws PlatformException {
    return switch (action) {
      case HIDE -> set(commentId, ThreadReader.HELD, Visibility.HIDDEN);
      case RESTORE -> set(commentId, ThreadReader.PUBLISHED, Visibility.VISIBLE);
      case DELETE ->
          throw PlatformException.rejected(
              "YouTube lets a channel delete only its own comments through its API; hide it, or remove it in YouTube Studio.");
      case BLOCK_AUTHOR, UNBLOCK_AUTHOR ->
          throw PlatformException.rejected(
              "YouTube's API cannot lift a block, so none is made; hide the user from the channel in YouTube Studio, where it can be undone.");
      case REPLY -> throw new IllegalArgumentException("a reply needs its text");
    };
  }

  /** Known from our own count, unless the secret is missing. */
  @Override
  public Optional<Allowance> allowance() {
    try {
      return Optional.of(api.quota().allowance());
    } catch (PlatformException e) {
      return Optional.empty(); // reading says so
    }
  }

  private Applied set(String id, String status, Visibility wanted) throws PlatformException {
    Observed before = observe(id);
    if (before.visibility() == wanted) {
      return new Applied(false, before);
    }
    moderation.set(id, status);
    return new Applied(true, new Observed(status, wanted));
  }

  @Override
  public Observed observe(String commentId) throws PlatformException {
    return existing(commentId).observed();
  }

  private YouTubeComment existing(String id) throws PlatformException {
    return finder
        .find(source.channel(), id)
        .orElseThrow(
            () ->
                new PlatformException(
                    new Fault.Gone("The comment no longer exists on YouTube, or was rejected.")));
  }

  /**
   * Replies in the comment's thread, addressing the author by name if the comment is a reply
   * itself. A comment has no place for the action's id, so an earlier attempt is recognized by its
   * words: the channel's own reply in this thread with the same text.
   */
  @Override
  public Applied reply(UUID actionId, String commentId, String text) throws PlatformException {
    YouTubeComment comment = existing(commentId);
    String own = source.channel();
    String said = comment.parent().isEmpty() ? text : handle(comment) + " " + text;
    for (YouTubeComment one : threads.replies(comment.thread())) {
      if (one.authorChannel().filter(own::equals).isPresent()
          && ReplyTextMatch.same(one.text(), said)) {
        return new Applied(false, comment.observed());
      }
    }
    ObjectNode snippet = JsonNodeFactory.instance.objectNode();
    snippet.put("parentId", comment.thread());
    snippet.put("textOriginal", said);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("snippet", snippet);
    api.change("comments", Map.of("part", "snippet"), body.toString());
    return new Applied(true, comment.observed());
  }

  private static String handle(YouTubeComment comment) {
    String name = comment.authorName();
    return name.startsWith("@") ? name : "@" + name;
  }
}
