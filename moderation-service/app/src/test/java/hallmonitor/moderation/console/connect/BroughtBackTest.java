package hallmonitor.moderation.console.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BroughtBackTest {
  private static final URI ASKED = URI.create("https://platform.example/authorize");

  private static BroughtBack with(String name, String value) {
    return new BroughtBack(Map.of(name, value)::get);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "https://platform.example:444", "?", "", "a\nb"})
  void anotherIssuerIsSeenWhateverItLooksLike(String issuer) {
    assertThat(with("iss", issuer).isOfAnotherIssuer(ASKED)).isTrue();
    assertThat(with("iss", "https://evil.example/" + "x".repeat(4_000)).isOfAnotherIssuer(ASKED))
        .isTrue();
  }

  @Test
  void aPortThatIsStandardMayBeLeftOut() {
    URI withPort = URI.create("https://platform.example:443/authorize");

    assertThat(with("iss", "https://platform.example").isOfAnotherIssuer(withPort)).isFalse();
    assertThat(with("iss", "https://platform.example:443").isOfAnotherIssuer(ASKED)).isFalse();
    assertThat(with("code", "c").isOfAnotherIssuer(ASKED)).as("most name none").isFalse();
  }

  @Test
  void aSiteMaySayThatItIsReachedWithoutTls() {
    assertThat(
            with("site_url", "http://blog.example").isFromElsewhere("https://blog.example/wp-json"))
        .isFalse();
  }
}
