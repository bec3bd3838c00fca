package hallmonitor.ingest.connector.feed;

import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.connector.Capability;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PushSource;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One feed. It can only be read. An edit shows only while its entry is in the feed, a deletion
 * never.
 */
final class FeedConnector implements Connector {
  private final FeedHttp http;
  private final PushSource push;

  FeedConnector(FeedHttp http, PushSource push) {
    this.http = http;
    this.push = push;
  }

  @Override
  public Optional<PushSource> push() {
    return Optional.of(push);
  }

  @Override
  public Optional<Identity> verifyAuth() throws PlatformException {
    http.fetch(FeedCursor.START);
    return Optional.empty(); // anyone may read it
  }

  @Override
  public CommentPage poll(String cursor) throws PlatformException {
    FeedCursor since = cursor.isEmpty() ? FeedCursor.START : FeedCursor.parse(cursor);
    Optional<FeedHttp.Fetched> fetched = http.fetch(since);
    if (fetched.isEmpty()) {
      return CommentPage.of(List.of(), cursor, false);
    }
    List<Sighting> news =
        fetched.get().entries().stream().filter(entry -> !since.knows(entry)).toList();
    return CommentPage.of(news, fetched.get().cursor().text(), false);
  }

  @Override
  public Duration rereads() {
    return Duration.ZERO;
  }

  @Override
  public CommentPage reconcile(TimeSpan span, String cursor) {
    return CommentPage.of(List.of(), cursor, false);
  }

  /** There is no history beyond what {@link #poll} reads first. */
  @Override
  public CommentPage backfill(Instant notBefore, String cursor) {
    return CommentPage.of(List.of(), cursor, false);
  }

  @Override
  public Optional<Sighting> look(String id) throws PlatformException {
    return http.fetch(FeedCursor.START).stream()
        .flatMap(f -> f.entries().stream())
        .filter(entry -> entry.id().equals(id))
        .findFirst();
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.noneOf(Capability.class);
  }

  @Override
  public Applied apply(PlatformAction action, String commentId) throws PlatformException {
    throw onlyRead();
  }

  @Override
  public Applied reply(UUID actionId, String commentId, String text) throws PlatformException {
    throw onlyRead();
  }

  @Override
  public Observed observe(String commentId) throws PlatformException {
    throw onlyRead();
  }

  private static PlatformException onlyRead() {
    return new PlatformException(
        new Fault.Rejected("A feed can only be read; act on the site itself."));
  }
}
