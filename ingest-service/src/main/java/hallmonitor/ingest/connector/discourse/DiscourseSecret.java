package hallmonitor.ingest.connector.discourse;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;

/** An account's secret: the user who acts, and that user's API key. */
record DiscourseSecret(String user, String key) {
  static DiscourseSecret parse(String secret) throws PlatformException {
    String[] parts = secret.split(":", -1);
    if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
      throw new PlatformException(
          new Fault.AuthLost("The secret is not complete; store it as 'username:api-key'."));
    }
    return new DiscourseSecret(parts[0].strip(), parts[1].strip());
  }

  @Override
  public String toString() {
    return "the API key of " + user;
  }
}
