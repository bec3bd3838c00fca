package hallmonitor.contract.event;

import java.util.Objects;

/**
 * What a credential is for. It is encrypted for this place and opens for no other.
 *
 * @param account its id in district.yaml, now or soon
 * @param platform such as {@code wordpress}
 * @param baseUrl the address that the credential is sent to
 * @param credential the name that district.yaml gives the credential
 */
public record CredentialPlace(String account, String platform, String baseUrl, String credential) {
  public CredentialPlace {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(baseUrl, "baseUrl");
    Objects.requireNonNull(credential, "credential");
  }
}
