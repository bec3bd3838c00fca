package hallmonitor.ingest.connector.x;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What X's keys and limits require of the connector. */
class XAccessTest extends XAccountTests {
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
