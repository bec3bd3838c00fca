package hallmonitor.ingest.connector.x;

import static hallmonitor.ingest.connector.PushFixture.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.ingest.connector.PushFixture;
import hallmonitor.ingest.connector.PushSource.Handshake;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XPushTest {
  private static final String BODY = "{\"for_user_id\":\"2244994945\",\"tweet_create_events\":[]}";

  private final PushFixture fixture = new PushFixture("district-x").signing("key-secret");
  private final XPush push = new XPush(fixture.secrets());

  private static String signature(String secret, String body) {
    return "sha256="
        + Base64.getEncoder().encodeToString(PushFixture.hmac("HmacSHA256", secret, body));
  }

  private boolean genuine(String signature, String body) {
    return push.genuine(header("X-Twitter-Webhooks-Signature", signature), body.getBytes(UTF_8));
  }

  @Test
  void theCheckIsAnsweredWithTheTokensSignature() {
    String token = "9b4507b3-9040-4669-9ca3-6b94edb50553";
    assertThat(push.handshake(Map.of("crc_token", token)))
        .contains(
            new Handshake(
                "application/json",
                "{\"response_token\":\"" + signature("key-secret", token) + "\"}"));
    assertThat(push.handshake(Map.of())).isEmpty();
  }

  @Test
  void duringARotationTheFirstSecretAnswersTheCheckAndBothSignDeliveries() {
    fixture.signing("new-secret\nkey-secret");
    assertThat(push.handshake(Map.of("crc_token", "abc")).orElseThrow().body())
        .contains(signature("new-secret", "abc"));
    assertThat(genuine(signature("key-secret", BODY), BODY)).isTrue();
    assertThat(genuine(signature("new-secret", BODY), BODY)).isTrue();
  }

  /** Anyone can ask the check for a signature, so it must not be valid for a delivery. */
  @Test
  void theCheckCannotBeMadeToSignADelivery() {
    assertThat(push.handshake(Map.of("crc_token", BODY))).isEmpty();
    assertThat(push.handshake(Map.of("crc_token", "{}"))).isEmpty();
    assertThat(genuine(signature("key-secret", "abc"), "abc")).isFalse();
  }

  @Test
  void aForgedOrUnsignedDeliveryIsNotGenuine() {
    assertThat(genuine(signature("guessed", BODY), BODY)).isFalse();
    assertThat(genuine(signature("key-secret", BODY), BODY + " ")).isFalse();
    assertThat(genuine("sha256=not base64!", BODY)).isFalse();
    assertThat(push.genuine(name -> java.util.Optional.empty(), BODY.getBytes(UTF_8))).isFalse();
  }
}
