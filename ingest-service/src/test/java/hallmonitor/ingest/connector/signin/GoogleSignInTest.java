package hallmonitor.ingest.connector.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.ingest.connector.PlatformSignIn.Departure;
import hallmonitor.ingest.connector.PlatformSignIn.OfferedAccount;
import hallmonitor.ingest.connector.SignInRefused;
import hallmonitor.ingest.connector.SignInRefused.Why;
import hallmonitor.ingest.connector.youtube.YouTube;
import hallmonitor.standin.YouTubeStandIn;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in at Google as a channel. */
class GoogleSignInTest {
  private static final String SCOPE = "https://www.googleapis.com/auth/youtube.force-ssl";

  private YouTubeStandIn google;
  private BrowserTrip trip;

  @BeforeEach
  void start() throws IOException {
    google = new YouTubeStandIn(InstantSource.system());
    google.login().register(BrowserTrip.BACK.toString());
    trip = trip(google.url(), google.clientSecret());
  }

  private static BrowserTrip trip(String site, String client) {
    return new BrowserTrip(new YouTube(YouTube.UNITS_A_DAY), site, client);
  }

  @AfterEach
  void stop() {
    google.close();
  }

  private static Why why(ThrowingCallable call) {
    return catchThrowableOfType(SignInRefused.class, call).why();
  }

  private String code(Departure departure) throws Exception {
    return trip.answer(departure, "allow").get("code");
  }

  @Test
  void theChannelIsOfferedWithACredentialThatItsConnectorReads() throws Exception {
    Departure departure = trip.depart();
    List<OfferedAccount> offered = trip.arrive(departure, code(departure));
    assertThat(offered).extracting(OfferedAccount::id).containsExactly(YouTubeStandIn.CHANNEL);
    assertThat(offered.get(0).credential()).isEqualTo(google.secret());
    trip.connect(offered.get(0)).verifyAuth();
  }

  @Test
  void whoDeniesComesBackWithAnErrorAndTheState() throws Exception {
    assertThat(trip.answer(trip.depart(), "deny"))
        .containsEntry("error", "access_denied")
        .containsEntry("state", trip.state());
  }

  @Test
  void aCodeIsRefusedThatWasUsedOrExpiredOrHasAnotherProof() throws Exception {
    Departure departure = trip.depart();
    String used = code(departure);
    trip.arrive(departure, used);
    assertThat(why(() -> trip.arrive(departure, used))).isEqualTo(Why.CODE);
    String stolen = code(departure);
    assertThat(why(() -> trip.arriveWithoutProof(departure, stolen))).isEqualTo(Why.CODE);
    google.login().endCodes();
    String late = code(departure);
    assertThat(why(() -> trip.arrive(departure, late))).isEqualTo(Why.CODE);
  }

  @Test
  void anotherRedirectAddressAndAnotherClientAreNamedAsTheCause() throws Exception {
    Departure departure = trip.depart();
    String code = code(departure);
    URI other = URI.create("http://localhost:8080/elsewhere");
    assertThat(why(() -> trip.arriveAt(other, departure, code))).isEqualTo(Why.REDIRECT);
    BrowserTrip wrong = trip(google.url(), google.clientSecret() + "x");
    assertThat(why(() -> wrong.arrive(departure, code))).isEqualTo(Why.CLIENT);
  }

  @Test
  void theScopeThatWasLeftOutIsNamed() throws Exception {
    google.login().withhold(SCOPE);
    Departure departure = trip.depart();
    String code = code(departure);
    SignInRefused refused =
        catchThrowableOfType(SignInRefused.class, () -> trip.arrive(departure, code));
    assertThat(refused.why()).isEqualTo(Why.SCOPES);
    assertThat(refused.names()).containsExactly(SCOPE);
  }

  @Test
  void anAccountWithoutAChannelIsToldSo() throws Exception {
    google.takeChannel();
    Departure departure = trip.depart();
    String code = code(departure);
    assertThat(why(() -> trip.arrive(departure, code))).isEqualTo(Why.NO_ACCOUNT);
  }

  @Test
  void atGoogleItselfThePageIsOnItsOwnHost() throws Exception {
    URI address = trip("https://www.googleapis.com", "id:secret").depart().address();
    assertThat(address.getHost()).isEqualTo("accounts.google.com");
    assertThat(BrowserTrip.parameters(address.getRawQuery()))
        .containsEntry("access_type", "offline")
        .containsEntry("prompt", "consent")
        .containsEntry("scope", SCOPE);
  }
}
