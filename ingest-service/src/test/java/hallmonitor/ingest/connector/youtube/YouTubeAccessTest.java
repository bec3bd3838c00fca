package hallmonitor.ingest.connector.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.standin.YouTubeStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Google's tokens and the day's units require of the connector. */
class YouTubeAccessTest {
  /** Noon in California. */
  private volatile Instant now = Instant.parse("2026-11-30T20:00:00Z");

  private volatile String secret;
  private final RateBudget budget = new RateBudget(10_000, 10_000, () -> 0);
  private YouTubeStandIn youTube;
  private Connector connector;

  @BeforeEach
  void start() throws IOException {
    youTube = new YouTubeStandIn(() -> now);
    secret = youTube.secret();
    connector = connector(budget);
  }

  private Connector connector(RateBudget of) {
    return connector(of, YouTube.UNITS_A_DAY);
  }

  private Connector connector(RateBudget of, long unitsADay) {
    AccountSecrets secrets = new AccountSecrets(Path.of("no-such-folder"), name -> secret);
    return new YouTube(PlatformHttp.ANSWER, () -> now, unitsADay)
        .connect(new Access("channel", URI.create(youTube.url()), "credential", secrets, of));
  }

  @AfterEach
  void stop() {
    youTube.close();
  }

  private static Fault faultOf(ThrowingCallable call) {
    return catchThrowableOfType(PlatformException.class, call).fault();
  }

  @Test
  void anAccessTokenIsRenewedBeforeItEnds() throws Exception {
    String cursor = connector.poll("").next();
    now = now.plus(Duration.ofMinutes(50));
    cursor = connector.poll(cursor).next();
    assertThat(youTube.tokensGiven()).isEqualTo(1);
    now = now.plus(Duration.ofMinutes(6));
    connector.poll(cursor);
    assertThat(youTube.tokensGiven()).isEqualTo(2);
  }

  @Test
  void anAccessTokenThatEndedBeforeItsTimeIsReplacedAtOnce() throws Exception {
    String cursor = connector.poll("").next();
    youTube.endAccess();
    connector.poll(cursor);
    assertThat(youTube.tokensGiven()).isEqualTo(2);
  }

  @Test
  void aRefreshTokenThatWasTakenBackIsALostSignInAndSaysWhatToDo() throws Exception {
    String cursor = connector.poll("").next();
    youTube.takeBack();
    Fault fault = faultOf(() -> connector.poll(cursor));
    assertThat(fault).isInstanceOf(Fault.AuthLost.class);
    assertThat(fault.sentence()).contains("Make a new one").contains("seven days");
  }

  @Test
  void aTokenThatMayOnlyReadIsNotEnough() {
    youTube.grant("https://www.googleapis.com/auth/youtube.readonly");
    Fault fault = faultOf(connector::verifyAuth);
    assertThat(fault).isInstanceOf(Fault.AuthLost.class);
    assertThat(fault.sentence()).contains("youtube.force-ssl");
  }

  @Test
  void aSecretThatIsNotCompleteSaysItsForm() {
    secret = "client:secret";
    assertThat(faultOf(connector::verifyAuth).sentence())
        .contains("client-id:client-secret:refresh-token");
  }

  @Test
  void aChangedSecretTakesEffectAtOnce() throws Exception {
    secret = youTube.secret() + "-old";
    assertThat(faultOf(connector::verifyAuth)).isInstanceOf(Fault.AuthLost.class);
    secret = youTube.secret();
    connector.poll("");
  }

  @Test
  void unitsAreCountedAsGoogleCountsThem() throws Exception {
    String id = youTube.visitors().comment("to be hidden");
    connector.apply(PlatformAction.HIDE, id);
    connector.poll("");
    assertThat(youTube.units()).as("three lists and a change").isEqualTo(3 + 50);
    assertThat(budget.left()).isEqualTo(1 - youTube.units() / 10_000.0);
  }

  @Test
  void readingIsSpreadOverTheDayAndActsAreNotHeldUp() throws Exception {
    connector.poll("");
    assertThat(budget.untilAllowed(Use.LIVE)).isGreaterThan(Duration.ofSeconds(10));
    assertThat(budget.untilAllowed(Use.ACTION)).isZero();
  }

  @Test
  void aLargerQuotaIsReadMoreOften() throws Exception {
    connector.poll("");
    RateBudget larger = new RateBudget(10_000, 10_000, () -> 0);
    connector(larger, 10 * YouTube.UNITS_A_DAY).poll("");
    assertThat(larger.untilAllowed(Use.LIVE)).isLessThan(budget.untilAllowed(Use.LIVE));
  }

  @Test
  void editsAreLookedForAsLongAsTheDaysUnitsAllow() {
    assertThat(connector.rereads()).isEqualTo(Duration.ofDays(60));
    assertThat(connector(budget, 800).rereads()).isEqualTo(Duration.ofDays(36));
    assertThat(connector(budget, 10).rereads()).isEqualTo(Duration.ofDays(2));
  }

  @Test
  void theLastPartOfTheDaysUnitsIsForActs() throws Exception {
    String id = youTube.visitors().comment("to be hidden");
    String spent = connector.poll("").next().replaceFirst("/\\d+", "/7100");
    connector.poll(spent);
    assertThat(budget.untilAllowed(Use.LIVE)).isGreaterThan(Duration.ofHours(11));
    assertThat(budget.untilAllowed(Use.ACTION)).isZero();
    assertThat(connector.apply(PlatformAction.HIDE, id).applied()).isTrue();
  }

  @Test
  void theLastTenthOfTheDaysUnitsIsForDangerAndIsSeenWithoutAnotherRead() throws Exception {
    String id = youTube.visitors().comment("to be hidden");
    String spent = connector.poll("").next().replaceFirst("/\\d+", "/8970");
    connector.poll(spent);
    assertThat(budget.allows(Use.ACTION)).isTrue();
    connector.apply(PlatformAction.HIDE, id);
    assertThat(budget.untilAllowed(Use.ACTION)).isGreaterThan(Duration.ofHours(11));
    assertThat(budget.allows(Use.DANGER)).isTrue();
  }

  @Test
  void itSaysForHowManyHidesTheDaysUnitsAreEnoughAndWhenTheyRunLow() throws Exception {
    connector.poll("");
    assertThat(connector.allowance().orElseThrow().hides())
        .isEqualTo((10_000 - youTube.units()) / 51);
    assertThat(connector.warning()).isEmpty();
    connector.poll(connector.poll("").next().replaceFirst("/\\d+", "/8100"));
    assertThat(connector.allowance().orElseThrow().hides()).isEqualTo(37);
    assertThat(connector.warning().orElseThrow()).contains("run low");
    now = now.plus(Duration.ofDays(1));
    assertThat(connector.allowance().orElseThrow().hides()).isEqualTo(196);
    assertThat(connector.warning()).isEmpty();
  }

  @Test
  void theCountOutlivesARestart() throws Exception {
    String cursor = connector.poll("").next();
    for (int i = 0; i < 20; i++) {
      cursor = connector.poll(cursor).next();
    }
    RateBudget later = new RateBudget(10_000, 10_000, () -> 0);
    connector(later).poll(cursor);
    assertThat(later.left()).isLessThan(1 - 21 / 10_000.0);
  }

  @Test
  void unitsThatAreUsedUpReturnAtMidnightInCalifornia() throws Exception {
    String cursor = connector.poll("").next();
    youTube.limitUnits(youTube.units());
    assertThat(faultOf(() -> connector.poll(cursor)))
        .isInstanceOfSatisfying(
            Fault.Throttled.class,
            t -> assertThat(t.retryAfter()).isEqualTo(Duration.ofHours(12).plusSeconds(1)));
    now = now.plus(Duration.ofHours(12)).plusSeconds(1);
    connector.poll(cursor);
    assertThat(budget.left()).isGreaterThan(0.99);
  }

  /** A call costs 50 units no matter whether it names one comment or many. */
  @Test
  void whatIsOrderedDuringACallGoesOutInTheNextOneTogether() throws Exception {
    Map<String, Object> outcomes = hideTenAtOnce(() -> {});
    assertThat(outcomes.values()).hasSize(10).containsOnly(true);
    assertThat(youTube.changes()).filteredOn(c -> c.contains("Moderation")).hasSize(2);
  }

  @Test
  void oneThatIsGoneSpoilsNoOtherOfItsCall() throws Exception {
    Map<String, Object> outcomes =
        hideTenAtOnce(() -> youTube.visitors().delete(youTubeIds.get(5)));
    assertThat(outcomes.remove(youTubeIds.get(5))).isInstanceOf(Fault.Gone.class);
    assertThat(outcomes.values()).hasSize(9).containsOnly(true);
  }

  private final List<String> youTubeIds = new ArrayList<>();

  /** Holds the first call until all others wait for it. */
  private Map<String, Object> hideTenAtOnce(Runnable meanwhile) throws Exception {
    connector.poll("");
    for (int i = 0; i < 10; i++) {
      youTubeIds.add(youTube.visitors().comment("one of ten " + i));
    }
    Map<String, Object> outcomes = new ConcurrentHashMap<>();
    List<Thread> threads = new ArrayList<>();
    youTube.holdChanges();
    for (String id : youTubeIds) {
      Thread thread = new Thread(() -> outcomes.put(id, hide(id)));
      threads.add(thread);
      thread.start();
    }
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> threads.stream().filter(t -> t.getState() == Thread.State.WAITING).count() == 9);
    meanwhile.run();
    youTube.letChangesGo();
    for (Thread thread : threads) {
      thread.join();
    }
    return outcomes;
  }

  private Object hide(String id) {
    try {
      return connector.apply(PlatformAction.HIDE, id).applied();
    } catch (PlatformException e) {
      return e.fault();
    }
  }
}
