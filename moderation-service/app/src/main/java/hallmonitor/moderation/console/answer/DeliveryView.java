package hallmonitor.moderation.console.answer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link to an answer.
 *
 * @param revokedAt null unless a person ended it
 */
public record DeliveryView(
    UUID deliveryId,
    String madeBy,
    Instant madeAt,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    int downloads) {
  public boolean isOpen() {
    return revokedAt == null && Instant.now().isBefore(expiresAt);
  }
}
