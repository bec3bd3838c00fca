package hallmonitor.ingest.connector;

import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import java.net.URI;

/**
 * Makes connectors for the accounts of one platform. A new platform is one of these and its folder.
 */
public interface Platform {
  /**
   * @param credential the secret's name; read anew at each use, so that a changed one is taken up
   * @param budget every request is counted in it, and what the platform says about its limits goes
   *     into it
   */
  record Access(
      String account, URI baseUrl, String credential, AccountSecrets secrets, RateBudget budget) {}

  /** As district.yaml spells it. */
  String name();

  Connector connect(Access access);
}
