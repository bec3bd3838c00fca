package hallmonitor.ingest.connector.api;

import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSource;
import hallmonitor.ingest.connector.PushSecrets;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.ingest.connector.api.Deliveries.Found;
import hallmonitor.ingest.connector.api.Deliveries.FoundPost;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads deliveries in the order in which they were stored. A cursor is a position in that order.
 */
final class ApiSource implements CommentSource, PostSource {
  private static final System.Logger LOG = System.getLogger(ApiSource.class.getName());
  private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);

  /** Most comments of one read, so that a long backlog does not fill the memory. */
  private static final int LONGEST_READ = 2_000;

  private final Deliveries deliveries;
  private final PushSecrets keys;
  private final boolean endpointOpen;
  private final InstantSource clock;

  /** Comments of the current read: the engine takes each once per read. */
  private final Set<String> inRead = new HashSet<>();

  private String lastCursor = "";
  private Instant nextForgetting = Instant.MIN;

  /**
   * Creates a source.
   *
   * @param endpointOpen whether the public endpoint takes deliveries at all
   */
  ApiSource(Deliveries deliveries, PushSecrets keys, boolean endpointOpen, InstantSource clock) {
    this.deliveries = deliveries;
    this.keys = keys;
    this.endpointOpen = endpointOpen;
    this.clock = clock;
  }

  @Override
  public void verifyAuth() throws PlatformException {
    if (!endpointOpen) {
      throw PlatformException.rejected(
          "The endpoint that takes deliveries is off; set HALLMONITOR_INGEST_PUSH_ADDRESS and restart this service.");
    }
    if (keys.signing().isEmpty()) {
      throw new PlatformException(
          new Fault.AuthLost(
              "There is no key by which deliveries are known; put one into the file push-%s of the secrets folder."
                  .formatted(keys.account())));
    }
  }

  /**
   * Reads the next changes. A read ends before a second change of the same comment, so that no
   * version is skipped.
   */
  @Override
  public CommentPage poll(String cursor) throws PlatformException {
    forget(cursor);
    List<Sighting> sightings = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    List<Found> found = deliveries.changesAfter(place(cursor));
    String next = cursor;
    for (Found one : found) {
      if (inRead.size() == LONGEST_READ || !inRead.add(one.commentId())) {
        inRead.clear();
        return page(sightings, next, false, gone);
      }
      readable(one).ifPresent(sightings::add);
      if (one.gone()) {
        gone.add(one.commentId());
      }
      next = String.valueOf(one.sequence());
    }
    if (found.isEmpty()) {
      inRead.clear();
    }
    return page(sightings, next, !found.isEmpty(), gone);
  }

  private static CommentPage page(
      List<Sighting> sightings, String next, boolean more, List<String> gone) {
    return new CommentPage(sightings, next, more, Optional.empty(), gone);
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

  @Override
  public CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException {
    List<Found> found = deliveries.standing(span, place(cursor));
    String next = found.isEmpty() ? cursor : String.valueOf(found.get(found.size() - 1).sequence());
    return CommentPage.of(
        found.stream().flatMap(one -> readable(one).stream()).toList(), next, !found.isEmpty());
  }

  /** There is no history beyond what {@link #poll} reads first. */
  @Override
  public CommentPage backfill(Instant notBefore, String cursor) {
    return CommentPage.of(List.of(), cursor, false);
  }

  @Override
  public Optional<Sighting> look(String id) throws PlatformException {
    return deliveries.standing(id).flatMap(ApiSource::readable);
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
  public PostPage posts(String cursor) throws PlatformException {
    List<FoundPost> found =
        deliveries.posts(cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor));
    String next = found.isEmpty() ? "" : String.valueOf(found.get(found.size() - 1).sequence());
    return new PostPage(found.stream().flatMap(post -> post.sighting().stream()).toList(), next);
  }
}
