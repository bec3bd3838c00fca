package hallmonitor.moderation.console.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.ObjectionSeed;
import hallmonitor.moderation.console.seed.Seed;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests which address counts if the service trusts the reverse proxy on its own machine. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class ProxyAddressTest {
  private static final String NOBODYS = ShortCode.of(123_456_789).toString();
  private static final int LOOKS_AN_HOUR = 30;

  @Inject ConsoleDatabase database;
  @Inject AppealSeal seal;

  @BeforeEach
  void start() {
    new Seed(database).nothing();
    new ObjectionSeed(database).nobodyTried();
  }

  private int looks(String forwardedFor) {
    return new ConsoleBrowser()
        .postWithoutToken(
            "/appeal/state",
            Map.of(
                "form", seal.form(Instant.now()),
                "reference", NOBODYS,
                "code", NOBODYS),
            "X-Forwarded-For",
            forwardedFor)
        .statusCode();
  }

  @Test
  void theAddressThatTheProxySawCountsAndNotWhatTheClientWroteBeforeIt() {
    for (int i = 0; i < LOOKS_AN_HOUR; i++) {
      assertThat(looks("1.1.1." + i + ", 198.51.100.7")).isEqualTo(200);
    }

    assertThat(looks("9.9.9.9, 198.51.100.7")).isEqualTo(429);
    assertThat(looks("1.1.1.1, 198.51.100.8")).isEqualTo(200);
  }
}
