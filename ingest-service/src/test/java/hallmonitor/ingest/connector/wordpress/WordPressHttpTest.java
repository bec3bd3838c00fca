package hallmonitor.ingest.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.wordpress.StubWordPress.Said;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests what may stand between the service and WordPress: proxies, firewalls, dead servers. */
class WordPressHttpTest {
  private final RateBudget budget = new RateBudget(100, 100, () -> 0);
  private StubWordPress site;

  @BeforeEach
  void start() throws IOException {
    site = new StubWordPress();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Connector connector(String url) {
    return connector(url, Duration.ofSeconds(20));
  }

  private Connector connector(String url, Duration limit) {
    return connector(url, limit, () -> true);
  }

  private Connector connector(String url, Duration limit, BooleanSupplier owned) {
    AccountSecrets secrets = new AccountSecrets(Path.of("no-such-folder"), name -> "user:password");
    return new WordPress(limit)
        .connect(
            new Access("site", URI.create(url), "credential", Set.of(), secrets, budget, owned));
  }

  private Fault faultOf(Said answer) {
    site.say(answer);
    return fault(site.url());
  }

  private Fault fault(String url) {
    return fault(connector(url));
  }

  private static Fault fault(Connector connector) {
    return catchThrowableOfType(PlatformException.class, () -> connector.poll("")).fault();
  }

  private static Said said(int status, String body) {
    return new Said(status, Map.of(), body);
  }

  @Test
  void aRedirectIsNotFollowedAndSaysWhatToChange() {
    Fault fault = faultOf(new Said(301, Map.of("Location", "http://evil.example/"), ""));
    assertThat(fault).isInstanceOf(Fault.Transient.class);
    assertThat(fault.sentence()).contains("base-url");
  }

  @Test
  void whoMayHaveLostTheAccountAsksThePlatformNothing() {
    AtomicBoolean owned = new AtomicBoolean(false);
    Connector connector = connector("http://127.0.0.1:1", Duration.ofSeconds(20), owned::get);
    assertThat(fault(connector).sentence()).contains("another one has taken the account over");
    assertThat(budget.left()).as("nothing was spent").isEqualTo(1);
    owned.set(true);
    assertThat(fault(connector).sentence()).contains("cannot be reached");
  }

  @Test
  void aPageThatIsNoJsonIsTriedAgain() {
    assertThat(faultOf(said(200, "<html>maintenance</html>"))).isInstanceOf(Fault.Transient.class);
    assertThat(faultOf(said(500, "<html>error</html>"))).isInstanceOf(Fault.Transient.class);
    assertThat(faultOf(said(502, ""))).isInstanceOf(Fault.Transient.class);
  }

  @Test
  void aSiteWithoutTheApiIsSaidToHaveNone() {
    Fault fault = faultOf(said(404, "<html>not found</html>"));
    assertThat(fault).isInstanceOf(Fault.Transient.class);
    assertThat(fault.sentence()).contains("base-url");
  }

  @Test
  void aPostThatIsNotThereSaysNothingOfTheSite() {
    assertThat(faultOf(said(404, "{\"code\":\"rest_post_invalid_id\"}")))
        .isInstanceOf(Fault.Rejected.class);
  }

  @Test
  void aFirewallsRefusalIsALostSignIn() {
    assertThat(faultOf(said(403, "<html>blocked</html>"))).isInstanceOf(Fault.AuthLost.class);
  }

  @Test
  void retryAfterIsReadAsSecondsAndAsADate() {
    assertThat(faultOf(new Said(429, Map.of("Retry-After", "42"), "{}")))
        .isInstanceOfSatisfying(
            Fault.Throttled.class,
            t -> assertThat(t.retryAfter()).isEqualTo(Duration.ofSeconds(42)));
    assertThat(faultOf(new Said(503, Map.of("Retry-After", "Wed, 01 Jan 2020 00:00:00 GMT"), "")))
        .isInstanceOfSatisfying(
            Fault.Throttled.class,
            t -> assertThat(t.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
    assertThat(faultOf(said(429, "{}")))
        .isInstanceOfSatisfying(
            Fault.Throttled.class,
            t -> assertThat(t.retryAfter()).isEqualTo(Duration.ofSeconds(30)));
  }

  @Test
  void anAnswerLargerThanTheMemoryCanBearIsCutOff() {
    assertThat(faultOf(said(200, "[\"" + "x".repeat(17 * 1024 * 1024) + "\"]")))
        .isInstanceOf(Fault.Transient.class);
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      String url = "http://127.0.0.1:" + silent.getLocalPort();
      assertThat(fault(connector(url, Duration.ofSeconds(1)))).isInstanceOf(Fault.Transient.class);
    }
  }

  @Test
  void aServerThatIsNotThereIsUnreachable() {
    site.close();
    assertThat(fault(site.url())).isInstanceOf(Fault.Transient.class);
  }

  @Test
  void rateLimitHeadersOfAProxyAreFollowed() throws Exception {
    site.say(
        new Said(
            200,
            Map.of(
                "X-RateLimit-Limit", "60", "X-RateLimit-Remaining", "6", "X-RateLimit-Reset", "30"),
            "[]"));
    site.say(said(200, "[]"));
    connector(site.url()).poll("");
    assertThat(budget.left()).isLessThanOrEqualTo(0.1);
  }

  @Test
  void anAuthorCannotBeBlocked() {
    Fault fault =
        catchThrowableOfType(
                PlatformException.class,
                () -> connector(site.url()).apply(PlatformAction.BLOCK_AUTHOR, "1"))
            .fault();
    assertThat(fault).isInstanceOf(Fault.Rejected.class);
  }
}
