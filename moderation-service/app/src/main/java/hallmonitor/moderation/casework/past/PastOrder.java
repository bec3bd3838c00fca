package hallmonitor.moderation.casework.past;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** An order of Hall Monitor that a platform confirmed. */
public record PastOrder(UUID actionId, Instant orderedAt) {
  public PastOrder {
    Objects.requireNonNull(actionId, "actionId");
    Objects.requireNonNull(orderedAt, "orderedAt");
  }
}
