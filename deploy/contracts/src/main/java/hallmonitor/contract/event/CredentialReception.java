package hallmonitor.contract.event;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the ingest service takes credentials. A compacted topic keeps the latest one.
 *
 * @param publicKey a JWK that credentials are encrypted with; absent while there is none
 * @param fault what keeps it from taking any and what to do, in English; absent if all is well
 * @param signIns where people can sign in instead of pasting a password
 */
public record CredentialReception(
    Optional<String> publicKey, Optional<String> fault, List<SignIn> signIns, Instant at) {
  /** The one key of the topic. */
  public static final String KEY = "ingest";

  /**
   * A platform's sign-in after OAuth 2.
   *
   * @param platform such as {@code youtube}
   * @param authorize where a person's browser is sent
   * @param clientId the district's own at that platform
   * @param scopes what is asked for, in the platform's words
   * @param pkce whether the platform takes a code challenge
   */
  public record SignIn(
      String platform, URI authorize, String clientId, List<String> scopes, boolean pkce) {
    public SignIn {
      Objects.requireNonNull(platform, "platform");
      Objects.requireNonNull(authorize, "authorize");
      Objects.requireNonNull(clientId, "clientId");
      scopes = List.copyOf(scopes);
    }
  }

  public CredentialReception {
    Objects.requireNonNull(at, "at");
    publicKey = publicKey == null ? Optional.empty() : publicKey;
    fault = fault == null ? Optional.empty() : fault;
    signIns = signIns == null ? List.of() : List.copyOf(signIns);
  }
}
