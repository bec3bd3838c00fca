package hallmonitor.ingest.connector;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of one read.
 *
 * @param next cursor of the next read; opaque except to its connector
 * @param more whether another page is available now
 * @param progress only for a back-fill
 * @param gone comments that were deleted, as far as the platform says; each is looked up before
 *     that is believed
 */
public record CommentPage(
    List<Sighting> sightings,
    String next,
    boolean more,
    Optional<Progress> progress,
    List<String> gone) {

  /**
   * Progress of a back-fill.
   *
   * @param total number of comments in the whole back-fill, if the platform says so
   * @param reachedBack everything written after this time has been read
   */
  public record Progress(Optional<Long> total, Optional<Instant> reachedBack) {}

  public CommentPage {
    sightings = List.copyOf(sightings);
    gone = List.copyOf(gone);
    Objects.requireNonNull(next, "next");
  }

  /** Creates a page of a platform that does not report deletions. */
  public CommentPage(
      List<Sighting> sightings, String next, boolean more, Optional<Progress> progress) {
    this(sightings, next, more, progress, List.of());
  }

  public static CommentPage of(List<Sighting> sightings, String next, boolean more) {
    return new CommentPage(sightings, next, more, Optional.empty());
  }
}
