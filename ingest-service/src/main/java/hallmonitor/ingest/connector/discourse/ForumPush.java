package hallmonitor.ingest.connector.discourse;

import hallmonitor.ingest.connector.PushSecrets;
import hallmonitor.ingest.connector.http.Hmac;
import hallmonitor.ingest.connector.http.SignedPush;
import java.util.Map;
import java.util.Optional;

/**
 * Webhooks of a forum. It asks nothing before it delivers, and signs only if it was given a secret
 * (https://meta.discourse.org/t/49045).
 */
final class ForumPush extends SignedPush {
  ForumPush(PushSecrets secrets) {
    super(secrets, "X-Discourse-Event-Signature", Hmac.Form.HEX);
  }

  @Override
  public Optional<Handshake> handshake(Map<String, String> query) {
    return Optional.empty();
  }
}
