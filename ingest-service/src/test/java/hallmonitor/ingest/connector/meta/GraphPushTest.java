package hallmonitor.ingest.connector.meta;

import static hallmonitor.ingest.connector.PushFixture.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.ingest.connector.PushFixture;
import hallmonitor.ingest.connector.PushSource.Handshake;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphPushTest {
  private static final String ESCAPED = "{\"message\":\"\\u00e4\\u00f6\\u00e5\"}";

  private final PushFixture fixture =
      new PushFixture("page").signing("app-secret").verifyToken("chosen-word");
  private final GraphPush push = new GraphPush(fixture.secrets());

  private boolean genuine(String secret, String signed, String delivered) {
    String hex = HexFormat.of().formatHex(PushFixture.hmac("HmacSHA256", secret, signed));
    return push.genuine(header("x-hub-signature-256", "sha256=" + hex), delivered.getBytes(UTF_8));
  }

  private static Map<String, String> question(String token, String challenge) {
    return Map.of("hub.mode", "subscribe", "hub.verify_token", token, "hub.challenge", challenge);
  }

  @Test
  void theQuestionIsAnsweredToAnyoneWhoKnowsTheWord() {
    assertThat(push.handshake(question("chosen-word", "1158201444")))
        .contains(Handshake.text("1158201444"));
    assertThat(push.handshake(question("another-word", "1158201444"))).isEmpty();
    assertThat(push.handshake(question("", "1158201444"))).isEmpty();
    assertThat(push.handshake(Map.of("hub.challenge", "1158201444"))).isEmpty();
  }

  @Test
  void theAnswerIsNeverAPage() {
    assertThat(push.handshake(question("chosen-word", "<script>"))).isEmpty();
    assertThat(push.handshake(question("chosen-word", "1".repeat(1_000)))).isEmpty();
  }

  @Test
  void withoutAWordNoQuestionIsAnswered() {
    GraphPush without = new GraphPush(new PushFixture("page").signing("app-secret").secrets());
    assertThat(without.handshake(question("", "1158201444"))).isEmpty();
  }

  /** Meta signs the escaped form that it sends, not what the JSON means. */
  @Test
  void theSignatureIsOfTheRawBytes() {
    assertThat(genuine("app-secret", ESCAPED, ESCAPED)).isTrue();
    assertThat(genuine("app-secret", ESCAPED, "{\"message\":\"äöå\"}")).isFalse();
    assertThat(genuine("app-secret", "{\"message\":\"äöå\"}", ESCAPED)).isFalse();
  }

  @Test
  void aForgedOrUnsignedDeliveryIsNotGenuine() {
    assertThat(genuine("guessed", ESCAPED, ESCAPED)).isFalse();
    assertThat(push.genuine(header("Other", "sha256=00"), ESCAPED.getBytes(UTF_8))).isFalse();
    assertThat(push.genuine(header("X-Hub-Signature-256", ""), new byte[0])).isFalse();
  }

  @Test
  void bothSecretsHoldDuringARotationAndTheOldOneNotAfterIt() {
    fixture.signing("new-secret\napp-secret");
    assertThat(genuine("app-secret", ESCAPED, ESCAPED)).isTrue();
    assertThat(genuine("new-secret", ESCAPED, ESCAPED)).isTrue();
    fixture.signing("new-secret\n");
    assertThat(genuine("app-secret", ESCAPED, ESCAPED)).isFalse();
    assertThat(genuine("new-secret", ESCAPED, ESCAPED)).isTrue();
  }

  @Test
  void withoutASecretNothingIsGenuine() {
    GraphPush without = new GraphPush(new PushFixture("page").secrets());
    assertThat(without.ready()).isFalse();
    String hex = HexFormat.of().formatHex(PushFixture.hmac("HmacSHA256", "any", ESCAPED));
    assertThat(
            without.genuine(
                header("X-Hub-Signature-256", "sha256=" + hex), ESCAPED.getBytes(UTF_8)))
        .isFalse();
  }
}
