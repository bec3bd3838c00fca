package hallmonitor.ingest.connector.meta;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
    return appSecret.map(
        secret -> {
          try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(token.getBytes(UTF_8)));
          } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Override
  public String toString() {
    return "a token of Meta";
  }
}
