package hallmonitor.ingest.connector.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.SignInRefused;
import hallmonitor.ingest.connector.SignInRefused.Why;
import hallmonitor.ingest.connector.facebook.Facebook;
import hallmonitor.ingest.connector.instagram.Instagram;
import hallmonitor.ingest.connector.x.XPlatform;
import hallmonitor.ingest.connector.youtube.YouTube;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the secret of the district's app goes. */
class AppSecretTest {
  private static final String CLIENT = "1234567890123456:0123456789abcdef";

  static Stream<Arguments> addressesOfOthers() {
    return Stream.of(new Facebook(), new Instagram(), new YouTube(10_000), new XPlatform(5))
        .flatMap(
            platform ->
                List.of(
                        "http://127.0.0.1:9",
                        "http://localhost:9",
                        "http://[::1]:9",
                        "https://127.0.0.1",
                        "https://graph.facebook.com.example.org",
                        "https://example.org")
                    .stream()
                    .map(site -> Arguments.of(platform.name(), site, platform)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("addressesOfOthers")
  void withoutTheSettingItGoesToNobodyButThePlatform(String name, String site, Platform platform) {
    BrowserTrip trip = new BrowserTrip(platform, site, CLIENT, false);

    assertThat(catchThrowableOfType(SignInRefused.class, trip::depart).why()).isEqualTo(Why.CLIENT);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("addressesOfOthers")
  void theSettingOpensThisMachineAndNoOther(String name, String site, Platform platform) {
    BrowserTrip trip = new BrowserTrip(platform, site, CLIENT, true);
    boolean here = List.of("127.0.0.1", "localhost", "[::1]").contains(URI.create(site).getHost());

    SignInRefused refused =
        catchThrowableOfType(
            SignInRefused.class,
            () -> RegisteredClient.find(trip.access(), "meta", Set.of("graph.facebook.com")));

    assertThat(refused == null).isEqualTo(here);
  }
}
