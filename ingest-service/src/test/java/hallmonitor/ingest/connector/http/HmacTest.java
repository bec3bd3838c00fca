package hallmonitor.ingest.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.ingest.connector.http.Hmac.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HmacTest {
  private static boolean signs(String header, String secret, String body) {
    return Hmac.signs(header, Hmac.ALL, Form.HEX, List.of(secret), body.getBytes(UTF_8));
  }

  /** RFC 4231 and RFC 2202, test case 2. */
  @ParameterizedTest
  @CsvSource({
    "sha1,effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
    "sha256,5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    "sha384,af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
    "sha512,164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"
  })
  void thePublishedExamplesAreAccepted(String method, String digest) {
    String body = "what do ya want for nothing?";
    assertThat(signs(method + "=" + digest, "Jefe", body)).isTrue();
    assertThat(signs(method + "=" + digest, "Jefe", body + " ")).isFalse();
    assertThat(signs(method + "=" + digest, "jefe", body)).isFalse();
  }

  /** The example of GitHub's documentation, in the form that Meta shares. */
  @Test
  void aMethodThatIsNotWantedIsRefused() {
    String header = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    assertThat(signs(header, "It's a Secret to Everybody", "Hello, World!")).isTrue();
    assertThat(
            Hmac.signs(
                "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                Hmac.SHA256,
                Form.HEX,
                List.of("Jefe"),
                "what do ya want for nothing?".getBytes(UTF_8)))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "=",
        "sha256",
        "sha256=",
        "sha256=zz",
        "sha256=757",
        "sha256=75",
        "md5=757107ea0eb2509fc211221cce984b8a",
        "SHA256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1700"
      })
  void whatIsNoSignatureIsRefused(String header) {
    assertThat(signs(header, "It's a Secret to Everybody", "Hello, World!")).isFalse();
  }

  @Test
  void withoutASecretNothingIsSigned() {
    assertThat(
            Hmac.signs(
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                Hmac.ALL,
                Form.HEX,
                List.of(),
                "Hello, World!".getBytes(UTF_8)))
        .isFalse();
  }
}
