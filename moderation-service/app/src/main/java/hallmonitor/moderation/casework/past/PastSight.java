package hallmonitor.moderation.casework.past;

import hallmonitor.moderation.casework.Visibility;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What was learned of a comment's visibility.
 *
 * @param at when the platform confirmed it, or a connector saw it
 * @param order what it confirms; empty if it was only seen
 */
public record PastSight(Instant at, Visibility visibility, Optional<PastOrder> order) {
  public PastSight {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(visibility, "visibility");
    Objects.requireNonNull(order, "order");
  }
}
