package hallmonitor.ingest.connector.discourse;

import static hallmonitor.ingest.connector.PushFixture.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.ingest.connector.PushFixture;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForumPushTest {
  private static final String BODY = "{\"post\":{\"id\":7}}";

  private final ForumPush push = new ForumPush(new PushFixture("forum").signing("word").secrets());

  private boolean genuine(String secret) {
    String hex = HexFormat.of().formatHex(PushFixture.hmac("HmacSHA256", secret, BODY));
    return push.genuine(
        header("X-Discourse-Event-Signature", "sha256=" + hex), BODY.getBytes(UTF_8));
  }

  @Test
  void aDeliveryIsKnownByItsSignature() {
    assertThat(genuine("word")).isTrue();
    assertThat(genuine("another")).isFalse();
  }

  /** A forum sends no signature if it has no secret. */
  @Test
  void anUnsignedDeliveryIsNotGenuine() {
    assertThat(push.genuine(name -> Optional.empty(), BODY.getBytes(UTF_8))).isFalse();
  }

  @Test
  void aForumAsksNothing() {
    assertThat(push.handshake(Map.of("hub.challenge", "1"))).isEmpty();
  }
}
