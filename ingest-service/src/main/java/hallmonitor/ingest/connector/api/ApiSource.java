package hallmonitor.ingest.connector.api;

import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSource;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.ingest.connector.api.Deliveries.Found;
import hallmonitor.ingest.connector.api.Deliveries.FoundPost;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Reads deliveries in the order in which they were stored. A cursor is a position in that order.
 */
final class ApiSource implements CommentSource, PostSource {
  private static final System.Logger LOG = System.getLogger(ApiSource.class.getName());
  private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);

  /** A delivered post waits here, so looking for news costs a row of an index. */
  private static final Duration BETWEEN_POSTS = Duration.ofSeconds(5);

  private final Deliveries deliveries;
  private final ReadPlace read;
  private final DeliveryKeys keys;
  private final boolean endpointOpen;
  private final InstantSource clock;

  private String lastCursor = "";
  private Instant nextForgetting = Instant.MIN;

  /**
   * Creates a source.
   *
   * @param read is told up to where the changes are read
   * @param endpointOpen whether the public endpoint takes deliveries at all
   */
  ApiSource(
      Deliveries deliveries,
      ReadPlace read,
      DeliveryKeys keys,
      boolean endpointOpen,
      InstantSource clock) {
    this.deliveries = deliveries;
    this.read = read;
    this.keys = keys;
    this.endpointOpen = endpointOpen;
    this.clock = clock;
  }

  @Override
  public Optional<Identity> verifyAuth() throws PlatformException {
    if (!endpointOpen) {
      throw PlatformException.rejected(
          "The endpoint that takes deliveries is off; set HALLMONITOR_INGEST_PUSH_ADDRESS and restart this service.");
    }
    if (keys.all().isEmpty()) {
      throw new PlatformException(new Fault.AuthLost(keys.trouble().orElse("")));
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> warning() {
    return keys.trouble();
  }

  /** Reads the next changes: each version of a comment, however quickly they followed. */
  @Override
  public CommentPage poll(String cursor) throws PlatformException {
    forget(cursor);
    List<Found> found = deliveries.changesAfter(place(cursor));
    long next = found.isEmpty() ? place(cursor) : found.get(found.size() - 1).sequence();
    read.at(next);
    return new CommentPage(
        found.stream().flatMap(one -> readable(one).stream()).toList(),
        found.isEmpty() ? cursor : String.valueOf(next),
        !found.isEmpty(),
        Optional.empty(),
        found.stream().filter(Found::gone).map(Found::commentId).toList());
  }

  private static long place(String cursor) {
    return cursor.isEmpty() ? 0 : Long.parseLong(cursor);
  }

  /**
   * A cursor that is used twice in a row is committed; otherwise the engine would start before it.
   */
  private void forget(String cursor) {
    Instant now = clock.instant();
    if (!cursor.isEmpty() && cursor.equals(lastCursor) && now.isAfter(nextForgetting)) {
      deliveries.forget(place(cursor));
      nextForgetting = now.plus(BETWEEN_FORGETTING);
    }
    lastCursor = cursor;
  }

  /**
   * Reads how comments stood where the live lane is: what waits for it there must not be read
   * twice.
   */
  @Override
  public CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException {
    List<Found> found = deliveries.standing(span, read.get(), place(cursor));
    String next = found.isEmpty() ? cursor : String.valueOf(found.get(found.size() - 1).sequence());
    return CommentPage.of(
        found.stream().flatMap(one -> readable(one).stream()).toList(), next, !found.isEmpty());
  }

  /** {@link #poll} reads the history, too, where its system delivers it. */
  @Override
  public CommentPage backfill(Instant notBefore, String cursor) {
    return CommentPage.of(List.of(), cursor, false);
  }

  @Override
  public Optional<Sighting> look(String id) throws PlatformException {
    return deliveries.standing(id, read.get()).flatMap(ApiSource::readable);
  }

  private static Optional<Sighting> readable(Found row) {
    Optional<Sighting> sighting = row.sighting();
    if (sighting.isEmpty()) {
      LOG.log(
          System.Logger.Level.ERROR,
          "A delivered row cannot be read again and is passed over; have its system deliver the comment again: delivered_row.sequence = {0}.",
          String.valueOf(row.sequence()));
    }
    return sighting;
  }

  @Override
  public Optional<PostSource> posts() {
    return Optional.of(this);
  }

  @Override
  public Duration every() {
    return BETWEEN_POSTS;
  }

  /**
   * Deliveries of one account are stored one after the other, so a later change has a later place.
   */
  @Override
  public Optional<String> stamp() throws PlatformException {
    return Optional.of(String.valueOf(deliveries.newestPost()));
  }

  @Override
  public PostPage posts(String cursor) throws PlatformException {
    List<FoundPost> found =
        deliveries.posts(cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor));
    String next = found.isEmpty() ? "" : String.valueOf(found.get(found.size() - 1).sequence());
    return new PostPage(found.stream().flatMap(post -> post.sighting().stream()).toList(), next);
  }
}
