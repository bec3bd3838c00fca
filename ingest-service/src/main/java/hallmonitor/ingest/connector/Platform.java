package hallmonitor.ingest.connector;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Creates connectors for the accounts of one platform. A new platform needs one implementation in
 * its own package.
 */
public interface Platform {
  /**
   * What a connector needs.
   *
   * @param credential the secret's name; read at each use, so that a changed secret takes effect
   * @param acts what the platform can do, according to the district; empty if its connector knows
   * @param budget counts every request and learns the platform's limits
   * @param owned whether a request may begin now; false once another instance may have taken over
   */
  record Access(
      String account,
      URI baseUrl,
      String credential,
      Set<Capability> acts,
      AccountSecrets secrets,
      RateBudget budget,
      BooleanSupplier owned) {
    /** Creates the access to a platform, where the connector knows what it can do. */
    public Access(
        String account, URI baseUrl, String credential, AccountSecrets secrets, RateBudget budget) {
      this(account, baseUrl, credential, Set.of(), secrets, budget, () -> true);
    }

    /** Returns the same access with a credential that is stored nowhere yet. */
    public Access with(String secret) {
      return new Access(
          account, baseUrl, credential, acts, secrets.withCredential(secret), budget, owned);
    }
  }

  /** Returns the name used in district.yaml. */
  String name();

  /**
   * Returns whether the accounts share an allowance that only their reader counts, so that one
   * instance must read them all.
   */
  default boolean countsTogether() {
    return false;
  }

  Connector connect(Access access);

  /** Returns how a person signs in there; empty if this connector knows no way. */
  default Optional<PlatformSignIn> signIn() {
    return Optional.empty();
  }
}
