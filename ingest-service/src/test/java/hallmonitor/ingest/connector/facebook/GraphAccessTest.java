package hallmonitor.ingest.connector.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.standin.FacebookStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Meta's tokens, proofs and limits require of the connectors. */
class GraphAccessTest {
  private final RateBudget budget = new RateBudget(10_000, 10_000, () -> 0);
  private FacebookStandIn facebook;
  private volatile String secret;
  private Connector connector;

  @BeforeEach
  void start() throws IOException {
    facebook = new FacebookStandIn(InstantSource.system());
    secret = facebook.token();
    AccountSecrets secrets = new AccountSecrets(Path.of("no-such-folder"), name -> secret);
    connector =
        new Facebook()
            .connect(new Access("page", URI.create(facebook.url()), "credential", secrets, budget));
  }

  @AfterEach
  void stop() {
    facebook.close();
  }

  private static Fault faultOf(ThrowingCallable call) {
    return catchThrowableOfType(PlatformException.class, call).fault();
  }

  @ParameterizedTest
  @CsvSource({"458, taken off", "460, password", "463, expired", "467, wrong"})
  void aTokenThatEndedIsALostSignInAndSaysWhy(int subcode, String why) throws Exception {
    String cursor = connector.poll("").next();
    facebook.endToken(subcode);
    Fault fault = faultOf(() -> connector.poll(cursor));
    assertThat(fault).isInstanceOf(Fault.AuthLost.class);
    assertThat(fault.sentence()).contains(why);
  }

  @Test
  void aPersonsTokenIsNotEnough() {
    facebook.takeTokenForAPersons();
    Fault fault = faultOf(connector::verifyAuth);
    assertThat(fault).isInstanceOf(Fault.AuthLost.class);
    assertThat(fault.sentence()).contains("/me/accounts");
  }

  @Test
  void theProofIsSentWhereTheAppsSecretIsKnown() throws Exception {
    facebook.askForProofs();
    assertThat(catchThrowableOfType(PlatformException.class, connector::verifyAuth)).isNotNull();
    secret = facebook.token() + ":" + facebook.appSecret();
    connector.verifyAuth();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 17, 32, 613, 80001, 80014})
  void tooManyCallsWaitAsLongAsMetaSays(int code) throws Exception {
    String cursor = connector.poll("").next();
    facebook.use(100, code, 7);
    assertThat(faultOf(() -> connector.poll(cursor)))
        .isInstanceOfSatisfying(
            Fault.Throttled.class,
            t -> assertThat(t.retryAfter()).isEqualTo(Duration.ofMinutes(7)));
  }

  @Test
  void anActThatMetaTakesForAbuseLeavesReadingAlone() {
    String id = facebook.visitors().comment("to be hidden");
    facebook.use(100, 368, 0);
    RateBudget full = new RateBudget(10, 10, () -> 0);
    assertThat(faultOf(() -> connector.apply(PlatformAction.HIDE, id)))
        .isInstanceOfSatisfying(Fault.Throttled.class, t -> t.holdActs(full));
    assertThat(full.allows(Use.DANGER)).isFalse();
    assertThat(full.allows(Use.LIVE)).isTrue();
  }

  @Test
  void theLastPartOfTheLimitIsForActs() throws Exception {
    facebook.use(80, 0, 0);
    connector.poll("");
    assertThat(budget.left()).isCloseTo(0.2, org.assertj.core.api.Assertions.within(0.001));
    assertThat(budget.allows(Use.LIVE)).isFalse();
    assertThat(budget.allows(Use.ACTION)).isTrue();
  }

  /**
   * Meta gives the same answer for a deleted comment and for one that a token may no longer see.
   */
  @Test
  void aCommentThatALostTokenDoesNotSeeIsNotGone() throws Exception {
    String id = facebook.visitors().comment("still there");
    connector.poll("");
    facebook.visitors().delete(id);
    assertThat(connector.look(id)).isEmpty();
    facebook.takeTokenForAPersons();
    assertThat(faultOf(() -> connector.look(id))).isInstanceOf(Fault.AuthLost.class);
  }

  /** No header mentions the limit before many calls are used. */
  @Test
  void readingRestsUnlessNewsIsAnnouncedAndActsDoNot() throws Exception {
    connector.poll("");
    assertThat(budget.untilLive(false)).isEqualTo(Duration.ofSeconds(5));
    assertThat(budget.untilLive(true)).isZero();
    assertThat(budget.allows(Use.ACTION)).isTrue();
  }
}
