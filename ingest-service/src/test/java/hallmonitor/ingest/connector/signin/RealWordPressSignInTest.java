package hallmonitor.ingest.connector.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.PlatformSignIn.Departure;
import hallmonitor.ingest.connector.PlatformSignIn.OfferedAccount;
import hallmonitor.ingest.connector.TestBed;
import hallmonitor.ingest.connector.wordpress.WordPress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real WordPress asks its user on its own page and makes an application password. */
class RealWordPressSignInTest {
  private static TestBed bed;
  private static JsonNode told;
  private static BrowserTrip trip;

  @BeforeAll
  static void start() throws Exception {
    bed = TestBed.start("wordpress");
    told = bed.told();
    trip = new BrowserTrip(new WordPress(), told.path("url").asText(), "");
  }

  @AfterAll
  static void stop() throws IOException {
    if (bed != null) {
      bed.close();
    }
  }

  /** WordPress shows its sign-in first, and then the question. */
  private static FilledForm question(Departure departure) {
    return FilledForm.open(departure.address().toString())
        .with("log", told.path("user").asText())
        .with("pwd", told.path("login").asText())
        .next();
  }

  @Test
  void whoApprovesSendsBackAPasswordThatTheConnectorReads() throws Exception {
    Departure departure = trip.depart();
    Map<String, String> back = question(departure).sent("approve");
    assertThat(back)
        .containsEntry("state", departure.returns())
        .containsEntry("site_url", told.path("url").asText())
        .containsEntry("user_login", told.path("user").asText());
    List<OfferedAccount> offered =
        trip.arrive(departure, back.get("user_login") + ":" + back.get("password"));
    trip.connect(offered.get(0)).verifyAuth();
    trip.connect(offered.get(0)).verifyActs();
  }

  @Test
  void whoRejectsComesBackWithAnError() throws Exception {
    Departure departure = trip.depart();
    assertThat(question(departure).sent("reject"))
        .containsEntry("error", "access_denied")
        .containsEntry("state", departure.returns())
        .doesNotContainKey("password");
  }
}
