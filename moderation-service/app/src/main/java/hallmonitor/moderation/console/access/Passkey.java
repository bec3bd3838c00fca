package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.access.passkey.StoredKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's passkey, as it is stored.
 *
 * @param name what the person calls it
 * @param credentialId see {@link StoredKey}, like the next three
 * @param usedAt null if it was never used
 * @param clonedAt since when it opens nothing, because a copy of it was used; null for never
 */
public record Passkey(
    long passkeyId,
    String userName,
    String name,
    String credentialId,
    String credential,
    long signCount,
    boolean backupEligible,
    Instant addedAt,
    @Nullable Instant usedAt,
    @Nullable Instant clonedAt) {
  StoredKey key() {
    return new StoredKey(credentialId, credential, signCount, backupEligible);
  }

  public boolean cloned() {
    return clonedAt != null;
  }
}
