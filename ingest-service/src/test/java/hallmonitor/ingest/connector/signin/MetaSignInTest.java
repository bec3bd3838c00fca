package hallmonitor.ingest.connector.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PlatformSignIn.Departure;
import hallmonitor.ingest.connector.PlatformSignIn.OfferedAccount;
import hallmonitor.ingest.connector.SignInRefused;
import hallmonitor.ingest.connector.SignInRefused.Why;
import hallmonitor.ingest.connector.facebook.Facebook;
import hallmonitor.ingest.connector.instagram.Instagram;
import hallmonitor.standin.FacebookStandIn;
import hallmonitor.standin.InstagramStandIn;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in at Facebook for a Page, and for an Instagram account. */
class MetaSignInTest {
  private FacebookStandIn facebook;
  private BrowserTrip trip;

  @BeforeEach
  void start() throws IOException {
    facebook = new FacebookStandIn(InstantSource.system());
    facebook.login().register(BrowserTrip.BACK.toString());
    trip = new BrowserTrip(new Facebook(), facebook.url(), facebook.client());
  }

  @AfterEach
  void stop() {
    facebook.close();
  }

  private static Why why(ThrowingCallable call) {
    return catchThrowableOfType(SignInRefused.class, call).why();
  }

  private String code(Departure departure) throws Exception {
    return trip.answer(departure, "allow").get("code");
  }

  @Test
  void aPersonChoosesAmongThePagesTheyModerateAndTheTokenLasts() throws Exception {
    Departure departure = trip.depart();
    Map<String, String> back = trip.answer(departure, "allow");
    assertThat(back).containsEntry("state", departure.returns());
    List<OfferedAccount> offered = trip.arrive(departure, back.get("code"));
    assertThat(offered)
        .extracting(OfferedAccount::name)
        .containsExactly("Maple Valley High School", "Maple Valley Schools");
    assertThat(offered.get(0).toString()).doesNotContain(facebook.token());
    facebook.askForProofs();
    trip.connect(offered.get(0)).verifyAuth();
  }

  @Test
  void anInstagramAccountIsOfferedWithItsPagesToken() throws Exception {
    try (InstagramStandIn instagram = new InstagramStandIn(InstantSource.system())) {
      instagram.login().register(BrowserTrip.BACK.toString());
      BrowserTrip there = new BrowserTrip(new Instagram(), instagram.url(), instagram.client());
      Departure departure = there.depart();
      String code = there.answer(departure, "allow").get("code");
      List<OfferedAccount> offered = there.arrive(departure, code);
      assertThat(offered).extracting(OfferedAccount::name).containsExactly("@mapleschools");
      there.connect(offered.get(0)).verifyAuth();
    }
  }

  @Test
  void whoDeniesComesBackWithAnErrorAndTheState() throws Exception {
    Departure departure = trip.depart();
    assertThat(trip.answer(departure, "deny"))
        .containsEntry("error", "access_denied")
        .containsEntry("state", trip.state())
        .doesNotContainKey("code");
  }

  @Test
  void aCodeIsWorthSomethingOnce() throws Exception {
    Departure departure = trip.depart();
    String code = code(departure);
    trip.arrive(departure, code);
    assertThat(why(() -> trip.arrive(departure, code))).isEqualTo(Why.CODE);
  }

  @Test
  void aCodeThatExpiredOrWasNeverGivenIsRefused() throws Exception {
    Departure departure = trip.depart();
    assertThat(why(() -> trip.arrive(departure, "made-up"))).isEqualTo(Why.CODE);
    facebook.login().endCodes();
    String code = code(departure);
    assertThat(why(() -> trip.arrive(departure, code))).isEqualTo(Why.CODE);
  }

  @Test
  void aCodeWithoutTheProofOfItsSenderIsRefused() throws Exception {
    Departure departure = trip.depart();
    String code = code(departure);
    assertThat(why(() -> trip.arriveWithoutProof(departure, code))).isEqualTo(Why.CODE);
  }

  @Test
  void anotherRedirectAddressIsNamedAsTheCause() throws Exception {
    Departure departure = trip.depart();
    String code = code(departure);
    URI other = URI.create("http://localhost:8080/elsewhere");
    assertThat(why(() -> trip.arriveAt(other, departure, code))).isEqualTo(Why.REDIRECT);
    facebook.login().register("https://another.example.org/return");
    assertThat(trip.visit(trip.depart().address().toString()).statusCode()).isEqualTo(400);
  }

  @Test
  void aPermissionThatWasLeftOutIsNamed() throws Exception {
    facebook.login().withhold("pages_manage_engagement");
    Departure departure = trip.depart();
    String code = code(departure);
    SignInRefused refused =
        catchThrowableOfType(SignInRefused.class, () -> trip.arrive(departure, code));
    assertThat(refused.why()).isEqualTo(Why.SCOPES);
    assertThat(refused.names()).containsExactly("pages_manage_engagement");
  }

  @Test
  void aPersonWithoutPagesIsToldSo() throws Exception {
    facebook.takePages();
    Departure departure = trip.depart();
    String code = code(departure);
    assertThat(why(() -> trip.arrive(departure, code))).isEqualTo(Why.NO_ACCOUNT);
  }

  @Test
  void aWrongSecretOfTheAppIsTheDistrictsToMend() throws Exception {
    Departure departure = trip.depart();
    String code = code(departure);
    BrowserTrip wrong =
        new BrowserTrip(new Facebook(), facebook.url(), facebook.client() + "wrong");
    assertThat(why(() -> wrong.arrive(departure, code))).isEqualTo(Why.CLIENT);
  }

  @Test
  void aPlatformThatIsDownIsNotACodeThatIsWrong() throws Exception {
    Departure departure = trip.depart();
    String code = code(departure);
    facebook.fail(1);
    assertThat(
            catchThrowableOfType(PlatformException.class, () -> trip.arrive(departure, code))
                .fault())
        .isInstanceOf(Fault.Transient.class);
    assertThat(trip.arrive(departure, code)).hasSize(2);
  }

  @Test
  void withoutAnAppNobodyIsSentAnywhere() {
    BrowserTrip none = new BrowserTrip(new Facebook(), facebook.url(), "");
    assertThat(none.signIn().isReady(none.access().secrets())).isFalse();
    assertThat(why(none::depart)).isEqualTo(Why.CLIENT);
  }

  @Test
  void theAppsSecretGoesToNoHostThatAPersonTyped() {
    BrowserTrip foreign =
        new BrowserTrip(new Facebook(), "https://graph.facebook.example", facebook.client());
    assertThat(why(foreign::depart)).isEqualTo(Why.CLIENT);
  }

  @Test
  void atMetaItselfTheDialogIsOnItsOwnHostAndAConfigurationIsNamed() throws Exception {
    BrowserTrip real =
        new BrowserTrip(new Facebook(), "https://graph.facebook.com", "app:secret:configuration");
    URI address = real.depart().address();
    assertThat(address.getHost()).isEqualTo("www.facebook.com");
    assertThat(BrowserTrip.parameters(address.getRawQuery()))
        .containsEntry("config_id", "configuration")
        .containsEntry("redirect_uri", BrowserTrip.BACK.toString())
        .containsEntry("code_challenge_method", "S256")
        .doesNotContainValue("secret");
  }
}
