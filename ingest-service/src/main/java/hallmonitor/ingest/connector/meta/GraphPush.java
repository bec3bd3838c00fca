package hallmonitor.ingest.connector.meta;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.connector.PushSecrets;
import hallmonitor.ingest.connector.http.Hmac;
import hallmonitor.ingest.connector.http.SignedPush;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Webhooks of an app on Meta, signed with the app's secret
 * (https://developers.facebook.com/docs/graph-api/webhooks/getting-started).
 */
public final class GraphPush extends SignedPush {
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

  public GraphPush(PushSecrets secrets) {
    super(secrets, "X-Hub-Signature-256", Hmac.Form.HEX);
  }

  @Override
  public Optional<Handshake> handshake(Map<String, String> query) {
    String challenge = query.getOrDefault("hub.challenge", "");
    byte[] told = query.getOrDefault("hub.verify_token", "").getBytes(UTF_8);
    boolean asked =
        "subscribe".equals(query.get("hub.mode")) && CHALLENGE.matcher(challenge).matches();
    return secrets
        .verifyToken()
        .filter(token -> asked && MessageDigest.isEqual(token.getBytes(UTF_8), told))
        .map(token -> Handshake.text(challenge));
  }
}
