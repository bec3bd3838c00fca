package hallmonitor.ingest.connector.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.ingest.connector.PlatformSignIn.Departure;
import hallmonitor.ingest.connector.PlatformSignIn.OfferedAccount;
import hallmonitor.ingest.connector.SignInRefused;
import hallmonitor.ingest.connector.SignInRefused.Why;
import hallmonitor.ingest.connector.x.XPlatform;
import hallmonitor.standin.XStandIn;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in at X, where the request token takes the place of the state. */
class XSignInTest {
  private XStandIn x;
  private BrowserTrip trip;

  @BeforeEach
  void start() throws IOException {
    x = new XStandIn(InstantSource.system());
    x.login().approve(BrowserTrip.BACK.toString());
    trip = trip(x.client());
  }

  private BrowserTrip trip(String client) {
    return new BrowserTrip(new XPlatform(10), x.url(), client);
  }

  @AfterEach
  void stop() {
    x.close();
  }

  private static Why why(ThrowingCallable call) {
    return catchThrowableOfType(SignInRefused.class, call).why();
  }

  @Test
  void theAccountIsOfferedWithATokenThatDoesNotExpire() throws Exception {
    Departure departure = trip.depart();
    Map<String, String> back = trip.answer(departure, "allow");
    assertThat(back).containsEntry("oauth_token", departure.returns());
    List<OfferedAccount> offered = trip.arrive(departure, back.get("oauth_verifier"));
    assertThat(offered).extracting(OfferedAccount::name).containsExactly("@mvschools");
    assertThat(offered.get(0).credential()).isEqualTo(x.secret());
    trip.connect(offered.get(0)).verifyAuth();
  }

  @Test
  void whoDeniesComesBackWithTheRequestToken() throws Exception {
    Departure departure = trip.depart();
    assertThat(trip.answer(departure, "deny")).containsEntry("denied", departure.returns());
  }

  @Test
  void aVerifierIsWorthSomethingOnceAndInItsOwnSignInOnly() throws Exception {
    Departure departure = trip.depart();
    String verifier = trip.answer(departure, "allow").get("oauth_verifier");
    Departure other = trip.depart();
    assertThat(why(() -> trip.arrive(other, verifier))).isEqualTo(Why.CODE);
    trip.arrive(departure, verifier);
    assertThat(why(() -> trip.arrive(departure, verifier))).isEqualTo(Why.CODE);
  }

  @Test
  void aRequestThatEndedIsRefused() throws Exception {
    Departure departure = trip.depart();
    String verifier = trip.answer(departure, "allow").get("oauth_verifier");
    x.login().endRequests();
    assertThat(why(() -> trip.arrive(departure, verifier))).isEqualTo(Why.CODE);
  }

  @Test
  void anAddressThatXDoesNotKnowAndAWrongKeyAreNamedAsTheCause() {
    assertThat(why(trip(x.client() + "x")::depart)).isEqualTo(Why.CLIENT);
    x.login().approve("https://another.example.org/return");
    assertThat(why(trip::depart)).isEqualTo(Why.REDIRECT);
  }
}
