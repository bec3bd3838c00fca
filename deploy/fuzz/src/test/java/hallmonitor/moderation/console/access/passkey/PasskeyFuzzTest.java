package hallmonitor.moderation.console.access.passkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hallmonitor.fuzz.Stranger;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a browser, or anyone in its place, sends as a passkey. */
class PasskeyFuzzTest {
  private static final RelyingParty PARTY =
      RelyingParty.at(URI.create("https://console.example")).orElseThrow();
  private static final String CHALLENGE = "A".repeat(43);
  private static final PasskeyCheck CHECK = new PasskeyCheck();

  /** {"type":"webauthn.get","challenge":"AAAA","origin":"https://console.example"}. */
  private static final String CLIENT =
      "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoiQUFBQSIsIm9yaWdpbiI6Imh0dHBzOi8vY29uc29sZS5leGFtcGxlIn0";

  static Stream<Arguments> seeds() {
    String start =
        """
        {"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"%s",
        """
            .formatted(CLIENT);
    return Stream.of(
            start
                + "\"attestationObject\":\"o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YUA\",\"transports\":[]}}",
            start
                + "\"authenticatorData\":\""
                + "A".repeat(50)
                + "\",\"signature\":\"AAAA\",\"userHandle\":\"AAAA\"}}",
            "null",
            "{}")
        .map(text -> Arguments.of((Object) text.getBytes(UTF_8)));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = Stranger.TIME)
  void nothingIsAPasskeyAndEverythingElseIsRefused(byte[] input) throws Exception {
    String json = new String(input, UTF_8);
    Stranger.meets(() -> assertThat(isAdded(json) || isUsed(json)).isFalse());
  }

  private static boolean isAdded(String json) {
    try {
      CHECK.added(PARTY, CHALLENGE, json);
      return true;
    } catch (PasskeyRefused e) {
      return false;
    }
  }

  private static boolean isUsed(String json) {
    try {
      StoredKey key = new StoredKey("AAAA", KEY, 0, false);
      CHECK.used(PARTY, CHALLENGE, CHECK.read(json), key);
      return true;
    } catch (PasskeyRefused e) {
      return false;
    }
  }

  /**
   * Sixteen zeros, an id of three bytes, and a key (ECDSA with P-256) of the standard's examples.
   */
  private static final String KEY =
      "AAAAAAAAAAAAAAAAAAAAAAADAAAApQECAyYgASFYIGXtpaEldbwrmefntLY_6e43foxEJuyt8G6qVe1HfBmxIlggHlJuxvFHQJt0MdlsZL8eFZ-_ByByHDtoM4dKSHAktNo";
}
