package hallmonitor.ingest.connector;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import java.net.URI;

/**
 * Creates connectors for the accounts of one platform. A new platform needs one implementation in
 * its own package.
 */
public interface Platform {
  /**
   * What a connector needs.
   *
   * @param credential the secret's name; read at each use, so that a changed secret takes effect
   * @param budget counts every request and learns the platform's limits
   */
  record Access(
      String account, URI baseUrl, String credential, AccountSecrets secrets, RateBudget budget) {}

  /** Returns the name used in district.yaml. */
  String name();

  Connector connect(Access access);
}
