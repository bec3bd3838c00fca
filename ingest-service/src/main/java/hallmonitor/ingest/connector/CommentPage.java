package hallmonitor.ingest.connector;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one read brought.
 *
 * @param next where the next read goes on; opaque to everybody but the connector that made it
 * @param more whether another page waits now
 * @param progress only of a back-fill
 */
public record CommentPage(
    List<Sighting> sightings, String next, boolean more, Optional<Progress> progress) {

  /**
   * @param total comments that the whole back-fill will read, where the platform tells
   * @param reachedBack everything written after this has been read
   */
  public record Progress(Optional<Long> total, Optional<Instant> reachedBack) {}

  public CommentPage {
    sightings = List.copyOf(sightings);
    Objects.requireNonNull(next, "next");
  }

  public static CommentPage of(List<Sighting> sightings, String next, boolean more) {
    return new CommentPage(sightings, next, more, Optional.empty());
  }
}
