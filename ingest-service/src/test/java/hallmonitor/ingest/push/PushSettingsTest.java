package hallmonitor.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushSettingsTest {
  private static PushEndpoint.Settings at(String address) {
    return new PushEndpoint.Settings(URI.create(address), "127.0.0.1", 8083, 10, 100);
  }

  @Test
  void theAddressIsKeptWithoutItsLastSlash() {
    assertThat(at("https://monitor.example.org/hooks/").address())
        .hasToString("https://monitor.example.org/hooks");
    assertThat(at("http://127.0.0.1:8083").address()).hasToString("http://127.0.0.1:8083");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://monitor.example.org",
        "ftp://monitor.example.org",
        "monitor.example.org",
        "https:///push",
        "http:///push",
        "http://a_name_with_underscores",
        "https://monitor.example.org#part",
        "https://user@monitor.example.org",
        "https://monitor.example.org?a=b"
      })
  void anAddressThatPlatformsCouldNotUseSafelyIsRefused(String address) {
    assertThatThrownBy(() -> at(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hallmonitor.ingest.push.address");
  }

  @Test
  void anEndpointThatTakesNothingIsRefused() {
    assertThatThrownBy(
            () ->
                new PushEndpoint.Settings(
                    URI.create("https://monitor.example.org"), "127.0.0.1", 8083, 0, 100))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
