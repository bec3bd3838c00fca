package hallmonitor.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.contract.event.CredentialPlace;
import hallmonitor.contract.event.CredentialReception;
import hallmonitor.contract.event.CredentialResult;
import hallmonitor.contract.event.CredentialResult.ChoiceAsked;
import hallmonitor.contract.event.CredentialResult.Connected;
import hallmonitor.contract.event.CredentialResult.Failed;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Kind;
import hallmonitor.contract.event.CredentialResult.Option;
import hallmonitor.contract.event.CredentialResult.SignInReady;
import hallmonitor.contract.event.CredentialResult.Why;
import hallmonitor.contract.event.Topic;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.CredentialDestinations.Destination;
import hallmonitor.ingest.account.SealedCredentials;
import hallmonitor.ingest.connector.PlatformSignIn.Departure;
import hallmonitor.ingest.connector.facebook.Facebook;
import hallmonitor.ingest.connector.signin.BrowserTrip;
import hallmonitor.messaging.Database;
import hallmonitor.messaging.credential.CredentialPayload;
import hallmonitor.messaging.credential.CredentialPayload.AuthorizationCode;
import hallmonitor.messaging.credential.CredentialPayload.Choice;
import hallmonitor.messaging.credential.CredentialPayload.Secret;
import hallmonitor.messaging.credential.CredentialPayload.SignInStart;
import hallmonitor.messaging.credential.CredentialSealing;
import hallmonitor.standin.FacebookStandIn;
import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The three orders of a sign-in at Facebook, with a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "ingest"))
@Execution(ExecutionMode.SAME_THREAD)
@QuarkusTestResource(ConfiguredDistrict.class)
class SignInHandoverTest {
  @Inject DataSource database;
  @Inject IngestConfig config;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  private final String fresh = "page-" + UUID.randomUUID().toString().substring(0, 8);
  private FacebookStandIn facebook;
  private BrowserTrip browser;
  private Topics topics;

  @BeforeEach
  void start() throws IOException {
    facebook = new FacebookStandIn(InstantSource.system());
    facebook.login().register(BrowserTrip.BACK.toString());
    browser = new BrowserTrip(new Facebook(), facebook.url(), "");
    topics = new Topics(brokers);
  }

  @AfterEach
  void stop() {
    facebook.close();
    topics.close();
  }

  private CredentialPlace place(String account) {
    return new CredentialPlace(account, "facebook", facebook.url(), account);
  }

  private CredentialReception reception() {
    await()
        .until(() -> !topics.read(Topic.CREDENTIAL_RECEPTION, CredentialReception.class).isEmpty());
    List<CredentialReception> all =
        topics.read(Topic.CREDENTIAL_RECEPTION, CredentialReception.class);
    return all.get(all.size() - 1);
  }

  private CredentialResult result(CredentialPlace place, CredentialPayload payload) {
    CredentialOrder.Store order =
        new CredentialSealing(reception().publicKey().orElseThrow())
            .order(UUID.randomUUID(), place, payload, "brandt", Instant.now());
    topics.write(Topic.CREDENTIAL_ORDERS, order.key(), order);
    await().until(() -> !results(order).isEmpty());
    return results(order).get(0);
  }

  private List<CredentialResult> results(CredentialOrder order) {
    return topics.read(Topic.CREDENTIAL_RESULTS, CredentialResult.class).stream()
        .filter(r -> r.orderId().equals(order.orderId()))
        .toList();
  }

  private SignInReady page() throws Exception {
    return (SignInReady)
        result(
            place(fresh),
            new SignInStart(BrowserTrip.BACK, browser.state(), BrowserTrip.challenge()));
  }

  private AuthorizationCode code(SignInReady page) throws Exception {
    Departure departure = new Departure(page.address(), page.returns(), "");
    String code = browser.answer(departure, "allow").get("code");
    return new AuthorizationCode(page.orderId(), code, BrowserTrip.VERIFIER, BrowserTrip.BACK);
  }

  private static Why why(CredentialResult result) {
    return ((Failed) result).why();
  }

  @Test
  void thePlatformsThatNeedNoClientOrHaveOneAreOffered() {
    assertThat(reception().signIns())
        .extracting(CredentialReception.SignIn::platform)
        .containsExactly("facebook", "instagram", "mastodon", "wordpress");
  }

  @Test
  void aPersonSignsInChoosesAPageAndItIsConnected() throws Exception {
    SignInReady page = page();
    CredentialResult asked = result(place(fresh), code(page));
    assertThat(((ChoiceAsked) asked).options())
        .extracting(Option::name)
        .containsExactly("Maple Valley High School", "Maple Valley Schools");
    Choice choice = new Choice(asked.orderId(), FacebookStandIn.PAGE);
    assertThat(result(place(fresh), choice))
        .isInstanceOfSatisfying(
            Connected.class,
            done -> {
              assertThat(done.capabilities()).contains("hide");
              assertThat(done.identity())
                  .contains(
                      new Identity(FacebookStandIn.PAGE, "Maple Valley Schools", Kind.ACCOUNT));
            });
    assertThat(topics.records(Topic.CREDENTIAL_RESULTS.topicName()))
        .allSatisfy(
            r ->
                assertThat(new String(r.value(), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain(facebook.token(), facebook.appSecret()));
    assertThat(stored()).isOne();
  }

  private CredentialResult signedIn() throws Exception {
    CredentialResult asked = result(place(fresh), code(page()));
    return result(place(fresh), new Choice(asked.orderId(), FacebookStandIn.PAGE));
  }

  private Secret pasted() {
    return new Secret(facebook.token() + ":" + facebook.appSecret());
  }

  @Test
  void aRenewalForAnotherPageIsRefusedAndTheOneBeforeStays() throws Exception {
    signedIn();
    byte[] before = sealed();
    facebook.become("100200999");

    for (CredentialResult refused : List.of(signedIn(), result(place(fresh), pasted()))) {
      assertThat(refused)
          .isInstanceOfSatisfying(
              Failed.class,
              f -> {
                assertThat(f.why()).isEqualTo(Why.OTHER_ACCOUNT);
                assertThat(f.sentence())
                    .contains("100200999", FacebookStandIn.PAGE, "Nothing was changed");
              });
    }

    assertThat(sealed()).isEqualTo(before);
    facebook.become(FacebookStandIn.PAGE);
    assertThat(signedIn()).isInstanceOf(Connected.class);
    assertThat(sealed()).isNotEqualTo(before);
  }

  @Test
  void aCredentialFromBeforeItsPageWasNotedIsBoundByItsNextRenewal() throws Exception {
    signedIn();
    forgetPage();
    assertThat(result(place(fresh), pasted())).isInstanceOf(Connected.class);
    assertThat(page(fresh)).contains(FacebookStandIn.PAGE);
  }

  @Test
  void whileAnAccountIsReadItsPageIsNotedSoThatARenewalIsBoundAfterTheTokenEnds() throws Exception {
    signedIn();
    forgetPage();
    district(
        ConfiguredDistrict.with(fresh, facebook.url(), fresh).replace("wordpress", "facebook"));
    await().until(() -> page(fresh).equals(Optional.of(FacebookStandIn.PAGE)));
    district(ConfiguredDistrict.EMPTY);

    facebook.become("100200999");

    assertThat(why(result(place(fresh), pasted()))).isEqualTo(Why.OTHER_ACCOUNT);
  }

  @Test
  void aRenewalWaitsUntilThePlatformSaysWhoseTheTokenInUseIsOrThatItEnded() throws Exception {
    storedBeforeItsPageWasNoted();
    byte[] before = sealed();
    facebook.tireToken(facebook.token());
    facebook.renewToken("EAAanotherpagestoken");
    facebook.become("100200999");
    Secret another = new Secret("EAAanotherpagestoken:" + facebook.appSecret());

    assertThat(result(place(fresh), another))
        .isInstanceOfSatisfying(
            Failed.class,
            f -> {
              assertThat(f.why()).isEqualTo(Why.UNREACHABLE);
              assertThat(f.sentence()).contains("nothing was changed");
            });
    assertThat(sealed()).isEqualTo(before);
    assertThat(page(fresh)).isEmpty();

    facebook.tireToken("");
    assertThat(result(place(fresh), another)).isInstanceOf(Connected.class);
    assertThat(page(fresh)).contains("100200999");
  }

  private void district(String yaml) throws IOException {
    Files.writeString(config.configDir().resolve("district.yaml"), yaml);
  }

  @Test
  void whatWasRemovedBindsNothing() throws Exception {
    signedIn();
    CredentialOrder removal =
        new CredentialOrder.Remove(UUID.randomUUID(), place(fresh), "brandt", Instant.now());
    topics.write(Topic.CREDENTIAL_ORDERS, removal.key(), removal);
    await().until(() -> !results(removal).isEmpty());
    facebook.become("100200999");
    assertThat(signedIn()).isInstanceOf(Connected.class);
    assertThat(page(fresh)).contains("100200999");
  }

  private void storedBeforeItsPageWasNoted() {
    AccountSecrets secrets = new AccountSecrets(config.secretsDir(), System::getenv);
    new SealedCredentials(Database.of(database), () -> secrets.find(SealedCredentials.KEY))
        .store(fresh, Destination.of("facebook", URI.create(facebook.url())), pasted().secret());
  }

  private void forgetPage() {
    Database.of(database)
        .useHandle(
            h ->
                h.execute(
                    "update sealed_credential set identity_id = null, identity_name = null where name = ?",
                    fresh));
  }

  private Optional<String> page(String name) {
    return Database.of(database)
        .withHandle(
            h ->
                h.select("select identity_id from sealed_credential where name = ?", name)
                    .mapTo(String.class)
                    .findOne());
  }

  private byte[] sealed() {
    return Database.of(database)
        .withHandle(
            h ->
                h.select("select sealed from sealed_credential where name = ?", fresh)
                    .mapTo(byte[].class)
                    .one());
  }

  private long stored() {
    return Database.of(database)
        .withHandle(
            h ->
                h.select("select count(*) from sealed_credential where name = ?", fresh)
                    .mapTo(long.class)
                    .one());
  }

  @Test
  void aCodeIsTakenOnceAndOnlyForTheAccountThatAsked() throws Exception {
    SignInReady page = page();
    AuthorizationCode code = code(page);
    assertThat(why(result(place(fresh + "-2"), code))).isEqualTo(Why.CODE);
    assertThat(result(place(fresh), code)).isInstanceOf(ChoiceAsked.class);
    assertThat(why(result(place(fresh), code))).isEqualTo(Why.CODE);
    assertThat(stored()).isZero();
  }

  @Test
  void aChoiceOfWhatWasNotOfferedOrOfAnotherSignInIsRefused() throws Exception {
    CredentialResult asked = result(place(fresh), code(page()));
    assertThat(why(result(place(fresh), new Choice(asked.orderId(), "4711")))).isEqualTo(Why.CODE);
    assertThat(why(result(place(fresh), new Choice(UUID.randomUUID(), FacebookStandIn.PAGE))))
        .isEqualTo(Why.CODE);
    assertThat(why(result(place(fresh + "-2"), new Choice(asked.orderId(), FacebookStandIn.PAGE))))
        .isEqualTo(Why.CODE);
  }

  @Test
  void aPermissionThatWasLeftOutIsNamedInTheResult() throws Exception {
    facebook.login().withhold("pages_manage_engagement");
    CredentialResult failed = result(place(fresh), code(page()));
    assertThat(why(failed)).isEqualTo(Why.SCOPES);
    assertThat(((Failed) failed).missing()).containsExactly("pages_manage_engagement");
  }

  @Test
  void anAddressThatIsNotMetasIsNotAskedForASignIn() throws Exception {
    CredentialPlace foreign =
        new CredentialPlace(fresh, "facebook", "https://graph.facebook.example", fresh);
    SignInStart start =
        new SignInStart(
            URI.create("https://desk.example.org/connect/return"), "state", "challenge");
    assertThat(why(result(foreign, start))).isEqualTo(Why.CLIENT);
  }
}
