package hallmonitor.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Checks whether a service is ready. */
public final class Readiness {
  private static final int PATIENCE_MILLIS = 2_000;

  private Readiness() {}

  /**
   * Asks once.
   *
   * @param address of the service, without a path
   */
  public static boolean of(String address) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address + "/q/health/ready").toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      try {
        return connection.getResponseCode() == 200;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false; // not listening yet
    }
  }
}
