package hallmonitor.ingest.connector.x;

import hallmonitor.ingest.connector.PushSecrets;
import hallmonitor.ingest.connector.http.Hmac;
import hallmonitor.ingest.connector.http.SignedPush;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Webhooks of an app on X, signed with the secret of its API key
 * (https://docs.x.com/x-api/webhooks/quickstart).
 */
final class XPush extends SignedPush {
  /**
   * Anyone may ask for the signature of such a token, so a token must never be a valid delivery,
   * which is a JSON object.
   */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_=+/-]{1,200}");

  XPush(PushSecrets secrets) {
    super(secrets, "x-twitter-webhooks-signature", Hmac.Form.BASE64);
  }

  @Override
  public Optional<Handshake> handshake(Map<String, String> query) {
    String token = query.getOrDefault("crc_token", "");
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    return secrets.signing().stream().findFirst().map(secret -> answer(secret, token));
  }

  private static Handshake answer(String secret, String token) {
    String signature = Base64.getEncoder().encodeToString(Hmac.sha256(secret, token));
    return new Handshake("application/json", "{\"response_token\":\"sha256=" + signature + "\"}");
  }

  @Override
  public boolean genuine(Function<String, Optional<String>> headers, byte[] body) {
    return body.length > 0 && body[0] == '{' && super.genuine(headers, body);
  }
}
