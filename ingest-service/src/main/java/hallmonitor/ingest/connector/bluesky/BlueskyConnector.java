package hallmonitor.ingest.connector.bluesky;

import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.BlockSource;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSource;
import hallmonitor.ingest.connector.ProfileSource;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.StreamSource;
import hallmonitor.ingest.connector.TimeSpan;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One Bluesky account. It hides replies in threads that it started, and blocks authors; no one can
 * delete what someone else wrote.
 */
final class BlueskyConnector implements Connector {
  private final PostThreads threads;
  private final Threadgates gates;
  private final BlueskySource source;
  private final AuthorBlocks blocks;
  private final BlueskyReplies replies;
  private final Jetstream stream;

  BlueskyConnector(BlueskyApi api, Optional<URI> jetstream, InstantSource clock) {
    this.stream = new Jetstream(jetstream, api);
    this.gates = new Threadgates(api, clock);
    this.threads = new PostThreads(api, gates, clock);
    this.source = new BlueskySource(api, threads, clock);
    this.blocks = new AuthorBlocks(api, clock);
    this.replies = new BlueskyReplies(api, clock);
  }

  @Override
  public Optional<Identity> verifyAuth() throws PlatformException {
    return source.verifyAuth();
  }

  @Override
  public CommentPage poll(String cursor) throws PlatformException {
    return source.poll(cursor);
  }

  @Override
  public CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException {
    return source.reconcile(span, cursor);
  }

  @Override
  public CommentPage backfill(Instant notBefore, String cursor) throws PlatformException {
    return source.backfill(notBefore, cursor);
  }

  @Override
  public Optional<PostSource> posts() {
    return source.posts();
  }

  @Override
  public Optional<BlockSource> blocks() {
    return Optional.of(blocks);
  }

  @Override
  public Optional<ProfileSource> profile() {
    return source.profile();
  }

  @Override
  public Optional<Sighting> look(String id) throws PlatformException {
    return source.look(id);
  }

  @Override
  public Optional<StreamSource> stream() {
    return Optional.of(stream);
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.complementOf(EnumSet.of(Capability.DELETE));
  }

  @Override
  public Applied apply(PlatformAction action, String commentId) throws PlatformException {
    PostView comment = existing(commentId);
    boolean applied =
        switch (action) {
          case HIDE -> gates.change(comment.uri(), comment.root(), true);
          case RESTORE -> gates.change(comment.uri(), comment.root(), false);
          case BLOCK_AUTHOR -> blocks.block(comment.did());
          case UNBLOCK_AUTHOR -> blocks.unblock(comment.did());
          case DELETE ->
              throw new PlatformException(
                  new Fault.Rejected(
                      "On Bluesky nobody can delete what somebody else wrote; hide it, or report it"
                          + " to Bluesky's moderators."));
          case REPLY -> throw new IllegalArgumentException("a reply needs its text");
        };
    return new Applied(applied, observe(comment));
  }

  @Override
  public Applied reply(UUID actionId, String commentId, String text) throws PlatformException {
    PostView comment = existing(commentId);
    return new Applied(replies.post(actionId, comment, text), observe(comment));
  }

  @Override
  public Observed observe(String commentId) throws PlatformException {
    return observe(existing(commentId));
  }

  private Observed observe(PostView comment) throws PlatformException {
    return gates.hidden(comment.root()).contains(comment.uri())
        ? new Observed("hidden", Visibility.HIDDEN)
        : new Observed("public", Visibility.VISIBLE);
  }

  private PostView existing(String id) throws PlatformException {
    Optional<AtUri> uri = AtUri.parse(id);
    Optional<PostView> found = uri.isEmpty() ? Optional.empty() : threads.view(uri.get());
    return found.orElseThrow(() -> new PlatformException(XrpcHttp.gone()));
  }
}
