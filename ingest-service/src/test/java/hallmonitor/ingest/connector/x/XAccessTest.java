package hallmonitor.ingest.connector.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.ingest.connector.http.PlatformHttp;
import hallmonitor.standin.XStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What X's keys, limits and prices require of the connector. */
class XAccessTest {
  private volatile Instant now = Instant.parse("2026-11-20T20:00:00Z");
  private volatile String secret;
  private final RateBudget budget = new RateBudget(10_000, 10_000, () -> 0);
  private XStandIn x;

  @BeforeEach
  void start() throws IOException {
    x = new XStandIn(() -> now);
    secret = x.secret();
  }

  @AfterEach
  void stop() {
    x.close();
  }

  private Connector connector(long dollars) {
    return connector(dollars, budget);
  }

  private Connector connector(long dollars, RateBudget of) {
    return connector(PlatformHttp.ANSWER, dollars, of);
  }

  private Connector connector(Duration answerWithin, long dollars, RateBudget of) {
    AccountSecrets secrets = new AccountSecrets(Path.of("no-such-folder"), name -> secret);
    return new XPlatform(answerWithin, () -> now, dollars)
        .connect(new Access("district", URI.create(x.url()), "credential", secrets, of));
  }

  private static Fault faultOf(ThrowingCallable call) {
    return catchThrowableOfType(PlatformException.class, call).fault();
  }

  /** Continues reading until a run ends, and returns the cursor. */
  private static String run(Connector connector, String cursor) throws Exception {
    CommentPage page = connector.poll(cursor);
    while (page.more()) {
      page = connector.poll(page.next());
    }
    return page.next();
  }

  @Test
  void moneyIsCountedAsXChargesIt() throws Exception {
    Connector connector = connector(10);
    String cursor = run(connector, "");
    for (int i = 0; i < 20; i++) {
      x.visitors().comment("comment " + i);
    }
    cursor = run(connector, cursor);
    run(connector, cursor);
    long counted = Math.round((1 - budget.left()) * 10_000);
    assertThat(counted).isEqualTo(x.charged()).isEqualTo(10 + 5 + 20 * 5 + 10);
  }

  /** X charges for a post once per day, and again on the next day. */
  @Test
  void readingAgainOnTheSameDayIsFree() throws Exception {
    Connector connector = connector(10);
    x.visitors().comment("read again and again");
    TimeSpan span = new TimeSpan(now.minusSeconds(60), now.plusSeconds(3));
    connector.reconcile(span, "");
    double left = budget.left();
    connector.reconcile(span, "");
    assertThat(budget.left()).isEqualTo(left);
    now = now.plus(Duration.ofDays(1));
    connector.reconcile(span, "");
    assertThat(budget.left()).isLessThan(left);
    assertThat(Math.round((1 - budget.left()) * 10_000)).isEqualTo(x.charged());
  }

  /** An author costs twice as much as a post. */
  @Test
  void aSweepAsksForNoAuthorThatIsKnown() throws Exception {
    Connector connector = connector(10);
    String cursor = run(connector, "");
    x.visitors().comment("by somebody");
    run(connector, cursor);
    now = now.plus(Duration.ofDays(1));
    long before = x.charged();
    TimeSpan span = new TimeSpan(now.minus(Duration.ofDays(2)), now.plusSeconds(3));
    CommentPage page = connector.reconcile(span, "");
    assertThat(page.sightings().get(0).author().name()).isEqualTo("Dana Reyes");
    assertThat(x.charged() - before).isEqualTo(5);
    CommentPage afterRestart = connector(10).reconcile(span, "");
    assertThat(afterRestart.sightings().get(0).author().name()).isEqualTo("Dana Reyes");
  }

  @Test
  void readingStopsAtTheCapAndActsGoOn() throws Exception {
    Connector connector = connector(1);
    String cursor = run(connector, "");
    String id = x.visitors().comment("to be hidden");
    for (int i = 0; i < 250; i++) {
      x.visitors().comment("comment " + i);
    }
    assertThat(connector.rereads()).isEqualTo(Duration.ofDays(2));
    Fault fault = faultOf(() -> run(connector, cursor));
    assertThat(connector.rereads()).as("nothing is read again").isZero();
    assertThat(fault)
        .isInstanceOfSatisfying(
            Fault.Throttled.class, t -> assertThat(t.apart()).as("acts go on").isTrue());
    assertThat(fault.sentence()).contains("Of the $1 ", "2026-12-01", "X_DOLLARS_PER_MONTH");
    assertThat(faultOf(() -> connector.look(id))).isInstanceOf(Fault.Throttled.class);
    assertThat(budget.left()).isZero();
    assertThat(connector.apply(PlatformAction.HIDE, id).applied()).isTrue();
    assertThat(x.visitors().shows(id)).isFalse();
  }

  @Test
  void theNextMonthReadsAgain() throws Exception {
    Connector connector = connector(1);
    String cursor = run(connector, "");
    for (int i = 0; i < 250; i++) {
      x.visitors().comment("comment " + i);
    }
    assertThat(faultOf(() -> run(connector, cursor))).isInstanceOf(Fault.Throttled.class);
    now = Instant.parse("2026-12-01T00:00:01Z");
    assertThat(connector.poll(cursor).sightings()).hasSize(100);
    assertThat(budget.left()).isBetween(0.3, 0.5);
  }

  @Test
  void somebodyIsWarnedBeforeTheMoneyIsSpent() throws Exception {
    Connector connector = connector(1);
    String cursor = run(connector, "");
    assertThat(connector.warning()).isEmpty();
    for (int i = 0; i < 160; i++) {
      x.visitors().comment("comment " + i);
    }
    run(connector, cursor);
    assertThat(connector.warning()).hasValueSatisfying(w -> assertThat(w).contains("0.83"));
  }

  /** The history and the sweeps leave the last money to new comments. */
  @Test
  void theLastMoneyIsForNewComments() throws Exception {
    Connector connector = connector(1);
    String cursor = run(connector, "");
    for (int i = 0; i < 185; i++) {
      x.visitors().comment("comment " + i);
    }
    run(connector, cursor);
    assertThat(budget.untilAllowed(Use.BACKFILL)).isGreaterThan(Duration.ofMinutes(30));
    assertThat(budget.untilAllowed(Use.RECONCILE)).isGreaterThan(Duration.ofMinutes(30));
    assertThat(budget.untilAllowed(Use.LIVE)).isLessThan(Duration.ofMinutes(1));
    assertThat(budget.untilAllowed(Use.ACTION)).isZero();
  }

  @Test
  void untilAPersonSetsACapNothingIsRead() throws Exception {
    Connector connector = connector(0);
    connector.verifyAuth();
    assertThat(faultOf(() -> connector.poll("")).sentence()).contains("No money is set aside");
  }

  @Test
  void theCountOutlivesARestart() throws Exception {
    Connector connector = connector(1);
    String cursor = run(connector, "");
    for (int i = 0; i < 50; i++) {
      x.visitors().comment("comment " + i);
    }
    cursor = run(connector, cursor);
    double before = budget.left();
    RateBudget later = new RateBudget(10_000, 10_000, () -> 0);
    run(connector(1, later), cursor);
    assertThat(later.left()).isLessThan(before);
  }

  @Test
  void aLimitOfReadingLeavesActsAlone() throws Exception {
    Connector connector = connector(10);
    String id = x.visitors().comment("to be hidden");
    String cursor = run(connector, "");
    x.limit("GET mentions", 2);
    cursor = run(connector, cursor);
    String at = cursor;
    Fault fault = faultOf(() -> connector.poll(at));
    assertThat(fault)
        .isInstanceOfSatisfying(
            Fault.Throttled.class,
            t -> {
              assertThat(t.retryAfter()).isEqualTo(Duration.ofMinutes(15));
              t.holdReads(budget);
            });
    assertThat(budget.untilAllowed(Use.LIVE)).isEqualTo(Duration.ofMinutes(15));
    assertThat(budget.untilAllowed(Use.ACTION)).isZero();
    assertThat(connector.apply(PlatformAction.HIDE, id).applied()).isTrue();
  }

  @Test
  void tooManyHidesWaitUntilXsWindowEnds() throws Exception {
    Connector connector = connector(10);
    x.limit("PUT hidden", 1);
    connector.apply(PlatformAction.HIDE, x.visitors().comment("first"));
    String second = x.visitors().comment("second");
    assertThat(faultOf(() -> connector.apply(PlatformAction.HIDE, second)))
        .isInstanceOfSatisfying(
            Fault.Throttled.class,
            t -> {
              assertThat(t.retryAfter()).isEqualTo(Duration.ofMinutes(15));
              t.holdActs(budget);
            });
    assertThat(budget.allows(Use.DANGER)).isFalse();
    assertThat(budget.allows(Use.LIVE)).as("X limits each by itself").isTrue();
    now = now.plus(Duration.ofMinutes(15));
    assertThat(connector.apply(PlatformAction.HIDE, second).applied()).isTrue();
  }

  /** The content of one page must not make the reader forget the page that failed. */
  @Test
  void ownPostsOnAPageThatFailedAreReadTheNextTime() throws Exception {
    for (int i = 0; i < 150; i++) {
      x.visitors().ownPost("Notice " + i);
    }
    Connector connector = connector(10);
    x.limit("GET tweets", 1);
    assertThat(faultOf(() -> connector.poll(""))).isInstanceOf(Fault.Throttled.class);
    x.limit("GET tweets", 100);
    connector.poll("");
    String id = x.visitors().replyWithoutName(x.visitors().post(), "under the oldest");
    long before = x.asked("GET 2/tweets/ID");
    connector.apply(PlatformAction.HIDE, id);
    assertThat(x.asked("GET 2/tweets/ID") - before).as("its root is known").isEqualTo(1);
  }

  @Test
  void aHideWaitsForNoReadingOfOwnPosts() throws Exception {
    Connector connector = connector(Duration.ofMinutes(10), 10, budget);
    run(connector, "");
    String id = x.visitors().comment("to be hidden");
    TimeSpan span = new TimeSpan(now.minusSeconds(60), now.plusSeconds(3));
    CountDownLatch asked = x.holdOwnPosts();
    ExecutorService hands = Executors.newFixedThreadPool(2);
    try {
      Future<CommentPage> sweep = hands.submit(() -> connector.reconcile(span, ""));
      assertThat(asked.await(2, TimeUnit.MINUTES)).isTrue();
      hands.submit(() -> connector.apply(PlatformAction.HIDE, id)).get(2, TimeUnit.MINUTES);
      assertThat(sweep.isDone()).isFalse();
      assertThat(x.visitors().shows(id)).isFalse();
      x.letReadsGo();
      sweep.get(2, TimeUnit.MINUTES);
    } finally {
      hands.shutdownNow();
    }
  }

  @Test
  void theSecretIsNotWrittenAnywhere() throws Exception {
    String words = XSecret.parse(secret).toString();
    for (String part : secret.split(":")) {
      assertThat(words).doesNotContain(part);
    }
  }

  /** X searches a week back, and refuses an older id. */
  @Test
  void afterTwoWeeksOfSilenceReadingGoesOn() throws Exception {
    Connector connector = connector(10);
    String cursor = run(connector, "");
    now = now.plus(Duration.ofDays(14));
    String own = x.visitors().ownPost("School begins");
    String id = x.visitors().replyWithoutName(own, "when?");
    CommentPage page = connector.poll(cursor);
    boolean found = false;
    while (page.more()) {
      page = connector.poll(page.next());
      found |= page.sightings().stream().anyMatch(s -> s.id().equals(id));
    }
    assertThat(found).isTrue();
  }

  @Test
  void creditsThatAreUsedUpSayWhatToDo() {
    x.endCredits();
    Fault fault = faultOf(() -> connector(10).poll(""));
    assertThat(fault).isInstanceOf(Fault.Throttled.class);
    assertThat(fault.sentence()).contains("buy credits");
  }

  @Test
  void aTokenThatMayOnlyReadIsNotEnough() {
    x.giveReadOnly();
    Fault fault = faultOf(() -> connector(10).verifyAuth());
    assertThat(fault).isInstanceOf(Fault.AuthLost.class);
    assertThat(fault.sentence()).contains("Read and write");
  }

  @Test
  void aSecretThatIsNotCompleteSaysItsForm() {
    secret = "key:secret";
    assertThat(faultOf(() -> connector(10).verifyAuth()).sentence())
        .contains("api-key:api-key-secret:access-token:access-token-secret");
  }

  @Test
  void aChangedSecretTakesEffectAtOnce() throws Exception {
    Connector connector = connector(10);
    secret = x.secret() + "-old";
    assertThat(faultOf(connector::verifyAuth)).isInstanceOf(Fault.AuthLost.class);
    secret = x.secret();
    connector.poll("");
  }

  @Test
  void anotherHostIsNotTakenForX() {
    AccountSecrets secrets = new AccountSecrets(Path.of("no-such-folder"), name -> secret);
    Connector connector =
        new XPlatform(PlatformHttp.ANSWER, () -> now, 10)
            .connect(
                new Access(
                    "district", URI.create(x.url() + "/elsewhere"), "credential", secrets, budget));
    Fault fault = faultOf(connector::verifyAuth);
    assertThat(fault).isInstanceOf(Fault.Transient.class);
    assertThat(fault.sentence()).contains("https://api.x.com");
  }
}
