package hallmonitor.ingest.connector.x;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;

/**
 * An account's secret: the app's API key and its secret, and the account's access token and its
 * secret. They do not expire. OAuth 2 would replace its refresh token at each use, but this service
 * can read its secrets and not write them.
 */
record XSecret(String key, String keySecret, String token, String tokenSecret) {
  static XSecret parse(String secret) throws PlatformException {
    String[] parts = secret.split(":", -1);
    if (parts.length != 4) {
      throw incomplete();
    }
    for (String part : parts) {
      if (part.isBlank()) {
        throw incomplete();
      }
    }
    return new XSecret(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip());
  }

  private static PlatformException incomplete() {
    return new PlatformException(
        new Fault.AuthLost(
            "The secret is not complete; store it as 'api-key:api-key-secret:access-token:access-token-secret'."));
  }

  @Override
  public String toString() {
    return "a secret of X"; // no part of it, not even the key
  }
}
