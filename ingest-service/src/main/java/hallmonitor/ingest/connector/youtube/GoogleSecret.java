package hallmonitor.ingest.connector.youtube;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;

/**
 * An account's secret: what Google gives a program that acts for a person while they are away. None
 * of the three parts contains a colon.
 */
record GoogleSecret(String clientId, String clientSecret, String refreshToken) {
  static GoogleSecret parse(String secret) throws PlatformException {
    String[] parts = secret.split(":", -1);
    if (parts.length != 3 || parts[0].isBlank() || parts[1].isBlank() || parts[2].isBlank()) {
      throw new PlatformException(
          new Fault.AuthLost(
              "The secret is not complete; store it as 'client-id:client-secret:refresh-token'."));
    }
    return new GoogleSecret(parts[0].strip(), parts[1].strip(), parts[2].strip());
  }

  @Override
  public String toString() {
    return "the secret of " + clientId;
  }
}
