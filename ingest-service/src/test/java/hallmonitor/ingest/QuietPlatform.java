package hallmonitor.ingest;

import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.PushSource;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** A platform without comments, as one service uses it: which accounts it was asked for. */
final class QuietPlatform implements Platform {
  final Queue<String> reads = new ConcurrentLinkedQueue<>();
  final Queue<String> acts = new ConcurrentLinkedQueue<>();

  @Override
  public String name() {
    return "mastodon";
  }

  @Override
  public Connector connect(Access access) {
    return new Account(access.account());
  }

  private final class Account implements Connector, PushSource {
    private final String id;

    Account(String id) {
      this.id = id;
    }

    @Override
    public Optional<Identity> verifyAuth() {
      return Optional.empty();
    }

    @Override
    public CommentPage poll(String cursor) {
      reads.add(id);
      return CommentPage.of(List.of(), "here", false);
    }

    @Override
    public CommentPage reconcile(TimeSpan span, String cursor) {
      return CommentPage.of(List.of(), "", false);
    }

    @Override
    public CommentPage backfill(Instant notBefore, String cursor) {
      return CommentPage.of(List.of(), "", false);
    }

    @Override
    public Duration rereads() {
      return Duration.ZERO;
    }

    @Override
    public Optional<Sighting> look(String comment) {
      return Optional.empty();
    }

    @Override
    public Set<Capability> capabilities() {
      return Set.of(Capability.HIDE);
    }

    @Override
    public Applied apply(PlatformAction action, String comment) {
      acts.add(id);
      return new Applied(true, observe(comment));
    }

    @Override
    public Applied reply(UUID actionId, String comment, String text) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Observed observe(String comment) {
      return new Observed("hidden", Visibility.HIDDEN);
    }

    @Override
    public Optional<PushSource> push() {
      return Optional.of(this);
    }

    @Override
    public boolean ready() {
      return true;
    }

    @Override
    public Optional<Handshake> handshake(Map<String, String> query) {
      return Optional.empty();
    }

    @Override
    public boolean genuine(Function<String, Optional<String>> headers, byte[] body) {
      return true;
    }
  }
}
