package hallmonitor.ingest.connector.meta;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.Hmac;
import java.util.HexFormat;
import java.util.Optional;

/** An account's secret: its token, and if the app asks for proofs, the app's secret behind it. */
record GraphSecret(String token, Optional<String> appSecret) {
  static GraphSecret parse(String secret) throws PlatformException {
    String[] parts = secret.split(":", -1);
    if (parts.length > 2 || parts[0].isBlank()) {
      throw new PlatformException(
          new Fault.AuthLost(
              "The secret has another form; store the token alone, or as 'token:app-secret'."));
    }
    return new GraphSecret(
        parts[0].strip(), parts.length == 2 ? Optional.of(parts[1].strip()) : Optional.empty());
  }

  /**
   * Returns the proof that the sender of the token knows the app's secret: the HMAC-SHA256 of the
   * token, in hex (https://developers.facebook.com/docs/graph-api/guides/secure-requests).
   */
  Optional<String> proof() {
    return appSecret.map(secret -> HexFormat.of().formatHex(Hmac.sha256(secret, token)));
  }

  @Override
  public String toString() {
    return "a token of Meta";
  }
}
