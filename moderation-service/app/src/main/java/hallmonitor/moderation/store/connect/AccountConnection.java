package hallmonitor.moderation.store.connect;

import hallmonitor.contract.event.CredentialPlace;
import hallmonitor.contract.event.CredentialResult;
import hallmonitor.contract.event.CredentialResult.Connected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account that a person is connecting, or one that gets another credential.
 *
 * @param account its id in district.yaml, now or soon
 * @param address where the credential goes; it never changes, so a link leads nowhere else
 * @param credential the name of the credential in district.yaml
 * @param administrator id of a person in district.yaml
 * @param renewal whether district.yaml has the account already
 * @param orderId the newest order; null before the first
 * @param orderedBy a user name, or {@code invitation}
 * @param result of the newest order; null while it waits
 * @param filedIn the draft of district.yaml that has the account; null before
 */
public record AccountConnection(
    UUID connectionId,
    String account,
    String name,
    String platform,
    String address,
    String credential,
    String building,
    String kind,
    String administrator,
    boolean renewal,
    String begunBy,
    Instant begunAt,
    @Nullable UUID orderId,
    @Nullable String orderedBy,
    @Nullable Instant orderedAt,
    @Nullable CredentialResult result,
    @Nullable Long filedIn,
    @Nullable Instant endedAt) {
  public CredentialPlace place() {
    return new CredentialPlace(account, platform, address, credential);
  }

  public boolean isWaiting() {
    return orderId != null && result == null && endedAt == null;
  }

  public boolean isConnected() {
    return result instanceof Connected;
  }

  /** Returns whether a credential can still be handed over. */
  public boolean isOpen() {
    return endedAt == null && !isConnected();
  }
}
