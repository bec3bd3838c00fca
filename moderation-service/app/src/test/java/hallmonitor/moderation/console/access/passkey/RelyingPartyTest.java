package hallmonitor.moderation.console.access.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelyingPartyTest {
  @ParameterizedTest
  @CsvSource({
    "https://console.district.org,      console.district.org, https://console.district.org",
    "https://Console.District.org:443/, console.district.org, https://console.district.org",
    "https://console.district.org:8443, console.district.org, https://console.district.org:8443",
    "http://127.0.0.1:8080,             localhost,            http://localhost:8080",
    "http://localhost,                  localhost,            http://localhost",
    "http://[::1]:8080,                 localhost,            http://localhost:8080",
  })
  void itIsTheHostAndTheOriginOfTheConsole(URI console, String id, String origin) {
    assertThat(RelyingParty.at(console)).contains(new RelyingParty(id, origin));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://console.district.org",
        "https://10.1.2.3",
        "https://[fd00::1]",
        "mailto:x"
      })
  void whereBrowsersOfferNoPasskeysThereIsNone(URI console) {
    assertThat(RelyingParty.at(console)).isEmpty();
  }

  @Test
  void noTwoChallengesAreTheSame() {
    assertThat(PasskeyOptions.newChallenge())
        .hasSize(43)
        .isNotEqualTo(PasskeyOptions.newChallenge());
  }
}
