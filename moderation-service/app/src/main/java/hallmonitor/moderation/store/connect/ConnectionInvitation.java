package hallmonitor.moderation.store.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link by which a person who holds an account signs it in.
 *
 * @param name of that person
 * @param language of the mail, {@code en} or {@code es}
 * @param sentBy a user name
 * @param usedAt when the account was connected; null before
 * @param mail {@code waiting}, {@code sent} or {@code refused}
 * @param trouble a code of what keeps the mail from being sent; empty if nothing does
 */
public record ConnectionInvitation(
    UUID invitationId,
    UUID connectionId,
    String name,
    String email,
    String language,
    String sentBy,
    Instant invitedAt,
    Instant expiresAt,
    @Nullable Instant usedAt,
    @Nullable Instant revokedAt,
    String mail,
    @Nullable Instant sentAt,
    String trouble) {
  /** How long a link works. */
  public static final Duration LASTS = Duration.ofDays(7);

  public boolean isUsed() {
    return usedAt != null;
  }

  public boolean isRevoked() {
    return revokedAt != null;
  }

  public boolean isExpired() {
    return !isUsed() && !isRevoked() && !Instant.now().isBefore(expiresAt);
  }

  public boolean isWorking() {
    return !isUsed() && !isRevoked() && !isExpired();
  }

  public boolean isSent() {
    return mail.equals("sent");
  }
}
