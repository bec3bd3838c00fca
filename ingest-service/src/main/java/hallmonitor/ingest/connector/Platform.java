package hallmonitor.ingest.connector;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import java.net.URI;
import java.util.Set;

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
   */
  record Access(
      String account,
      URI baseUrl,
      String credential,
      Set<Capability> acts,
      AccountSecrets secrets,
      RateBudget budget) {
    /** Creates the access to a platform with capabilities that its connector knows. */
    public Access(
        String account, URI baseUrl, String credential, AccountSecrets secrets, RateBudget budget) {
      this(account, baseUrl, credential, Set.of(), secrets, budget);
    }
  }

  /** Returns the name used in district.yaml. */
  String name();

  Connector connect(Access access);
}
