package hallmonitor.ingest.connector.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.SourceConnector;
import hallmonitor.ingest.connector.StreamSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One account on a server with Mastodon's API. An ordinary account can neither hide nor delete what
 * someone else wrote; only its server's moderators can. It can block, which keeps the author from
 * answering but hides no existing comment.
 */
final class MastodonConnector extends SourceConnector {
  private final MastodonHttp http;
  private final Threads threads;
  private final MastodonSource source;
  private final MastodonReplies replies;

  MastodonConnector(MastodonHttp http) {
    this(http, new Threads(http));
  }

  private MastodonConnector(MastodonHttp http, Threads threads) {
    this(http, threads, new MastodonSource(http, threads));
  }

  private MastodonConnector(MastodonHttp http, Threads threads, MastodonSource source) {
    super(source);
    this.http = http;
    this.threads = threads;
    this.source = source;
    this.replies = new MastodonReplies(http);
  }

  @Override
  public Optional<StreamSource> stream() {
    return Optional.of(new MastodonStream(http));
  }

  @Override
  public Optional<BlockSource> blocks() {
    return Optional.of(new MastodonBlocks(http));
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(Capability.BLOCK_AUTHOR, Capability.UNBLOCK_AUTHOR, Capability.REPLY);
  }

  @Override
  public Applied apply(PlatformAction action, String commentId) throws PlatformException {
    if (action == PlatformAction.REPLY) {
      throw new IllegalArgumentException("a reply needs its text");
    }
    if (!capabilities().contains(Capability.of(action))) {
      throw new PlatformException(
          new Fault.Rejected(
              "Mastodon lets an account neither hide nor delete what somebody else wrote; report it"
                  + " to the moderators of its server."));
    }
    boolean block = action == PlatformAction.BLOCK_AUTHOR;
    String author = existing(commentId).accountId();
    if (isBlocked(author) == block) {
      return new Applied(false, VISIBLE);
    }
    http.post(
        "/v1/accounts/" + author + (block ? "/block" : "/unblock"), Map.of(), Optional.empty());
    return new Applied(true, VISIBLE);
  }

  private static final Observed VISIBLE = new Observed("public", Visibility.VISIBLE);

  private boolean isBlocked(String author) throws PlatformException {
    for (JsonNode one : http.get("/v1/accounts/relationships", Map.of("id[]", author)).body()) {
      if (one.path("id").asText().equals(author)) {
        return one.path("blocking").asBoolean();
      }
    }
    return false;
  }

  @Override
  public Applied reply(UUID actionId, String commentId, String text) throws PlatformException {
    Status comment = existing(commentId);
    return new Applied(replies.post(actionId, comment, text, source.me()), VISIBLE);
  }

  @Override
  public Observed observe(String commentId) throws PlatformException {
    return new Observed(
        existing(commentId).json().path("visibility").asText("public"), Visibility.VISIBLE);
  }

  private Status existing(String uri) throws PlatformException {
    return threads
        .find(uri)
        .orElseThrow(
            () ->
                new PlatformException(
                    new Fault.Gone(
                        "The comment no longer exists there, or its server does not show it.")));
  }
}
