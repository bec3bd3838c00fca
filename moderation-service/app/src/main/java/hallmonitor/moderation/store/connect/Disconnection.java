package hallmonitor.moderation.store.connect;

import hallmonitor.contract.event.CredentialPlace;
import hallmonitor.contract.event.CredentialResult;
import hallmonitor.contract.event.CredentialResult.Failed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account that a person disconnects.
 *
 * @param draft of district.yaml, without the account
 * @param orderId to remove the credential; null before, and if another account uses it
 * @param doneAt when that was ordered, or found not to be needed; null before
 * @param result of the order; null while it waits
 */
public record Disconnection(
    UUID disconnectionId,
    String account,
    String name,
    String platform,
    String address,
    String credential,
    String reason,
    String askedBy,
    Instant askedAt,
    long draft,
    @Nullable UUID orderId,
    @Nullable Instant doneAt,
    @Nullable CredentialResult result) {
  public CredentialPlace place() {
    return new CredentialPlace(account, platform, address, credential);
  }

  /** Returns whether district.yaml still has the account. */
  public boolean isWaiting() {
    return doneAt == null;
  }

  public boolean isRemoved() {
    return result instanceof CredentialResult.Removed;
  }

  public @Nullable Failed getFailed() {
    return result instanceof Failed failed ? failed : null;
  }
}
