package hallmonitor.ingest.connector.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PlatformSignIn.Departure;
import hallmonitor.ingest.connector.PlatformSignIn.OfferedAccount;
import hallmonitor.ingest.connector.SignInRefused;
import hallmonitor.ingest.connector.TestBed;
import hallmonitor.ingest.connector.mastodon.Mastodon;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real snac registers the program, asks its user, and gives a token that the connector reads. */
class RealSnacSignInTest {
  private static TestBed bed;
  private static JsonNode district;
  private static BrowserTrip trip;

  @BeforeAll
  static void start() throws Exception {
    bed = TestBed.start("snac");
    district = bed.told().at("/users/district");
    trip = new BrowserTrip(new Mastodon(), bed.told().path("url").asText(), "");
  }

  @AfterAll
  static void stop() throws IOException {
    if (bed != null) {
      bed.close();
    }
  }

  private static Map<String, String> signedIn(Departure departure, String password) {
    FilledForm form = FilledForm.open(departure.address().toString());
    return form.with("login", "district").with("passwd", password).sent();
  }

  @Test
  void theAccountOfWhoSignsInIsOfferedWithATokenThatWorks() throws Exception {
    Departure departure = trip.depart();
    Map<String, String> back = signedIn(departure, district.path("password").asText());
    assertThat(back).containsEntry("state", departure.returns());
    List<OfferedAccount> offered = trip.arrive(departure, back.get("code"));
    assertThat(offered)
        .singleElement()
        .extracting(OfferedAccount::name)
        .asString()
        .startsWith("@district@");
    trip.connect(offered.get(0)).verifyAuth();
  }

  @Test
  void aCodeIsRefusedThatTheServerNeverGave() throws Exception {
    Departure departure = trip.depart();
    assertThat(
            catchThrowableOfType(
                SignInRefused.class, () -> trip.arrive(departure, "0123456789abcdef")))
        .isNotNull();
  }

  @Test
  void aServerWithoutMastodonsApiIsNoPlaceToSignIn() {
    BrowserTrip elsewhere =
        new BrowserTrip(
            new Mastodon(), URI.create(bed.told().path("url").asText()) + "/district", "");
    assertThat(catchThrowableOfType(PlatformException.class, elsewhere::depart)).isNotNull();
  }
}
