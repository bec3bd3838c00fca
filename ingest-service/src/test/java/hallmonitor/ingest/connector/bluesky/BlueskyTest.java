package hallmonitor.ingest.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.PlatformAction;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.Connector;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.standin.BlueskyStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the contract against a stand-in, and what only a stand-in can be told to do. */
class BlueskyTest extends BlueskyContract {
  private static BlueskyStandIn bluesky;
  private static BlueskySite site;

  @BeforeAll
  static void start() throws IOException {
    bluesky = new BlueskyStandIn();
    site = new BlueskySite(bluesky.url(), () -> {});
  }

  @AfterAll
  static void stop() {
    bluesky.close();
  }

  @Override
  protected BlueskySite site() {
    return site;
  }

  @Test
  void oneSignInIsEnoughForManyReadsAndAnExpiredSessionIsRefreshed() throws Exception {
    Connector connector = connector();
    String cursor = connector.poll("").next();
    int signIns = bluesky.accounts().signIns();
    int refreshes = bluesky.accounts().refreshes();
    for (int i = 0; i < 40; i++) {
      cursor = connector.poll(cursor).next();
    }
    assertThat(bluesky.accounts().signIns()).isEqualTo(signIns);
    bluesky.accounts().expireAccess();
    site.signInAgain();
    signIns = bluesky.accounts().signIns();
    connector.poll(cursor);
    assertThat(bluesky.accounts().signIns()).isEqualTo(signIns);
    assertThat(bluesky.accounts().refreshes()).isEqualTo(refreshes + 1);
  }

  @Test
  void aSessionThatCannotBeRefreshedIsOpenedAgain() throws Exception {
    Connector connector = connector();
    String cursor = connector.poll("").next();
    bluesky.accounts().expireAccess();
    bluesky.accounts().expireRefresh();
    site.signInAgain();
    connector.poll(cursor);
  }

  @Test
  void aRefusedPasswordIsNotTriedAgainAtOnce() {
    Connector connector = connector(site.wrongCredential());
    assertThat(faultOf(connector::verifyAuth)).isInstanceOf(Fault.AuthLost.class);
    int signIns = bluesky.accounts().signIns();
    assertThat(faultOf(connector::verifyAuth)).isInstanceOf(Fault.AuthLost.class);
    assertThat(bluesky.accounts().signIns()).isEqualTo(signIns);
  }

  @Test
  void tooManySignInsWaitUntilTheServerTakesThemAgain() {
    bluesky.accounts().allowSignIns(0);
    try {
      assertThat(faultOf(() -> connector().verifyAuth()))
          .isInstanceOfSatisfying(
              Fault.Throttled.class,
              t -> assertThat(t.retryAfter()).isGreaterThan(Duration.ofMinutes(3)));
    } finally {
      bluesky.accounts().allowSignIns(Integer.MAX_VALUE);
    }
  }

  @Test
  void theBudgetFollowsTheLimitOfAllCallsAndNotThatOfSignIns() throws Exception {
    RateBudget budget = new RateBudget(1, 1_000, System::nanoTime);
    faultOf(() -> connector(budget, site.wrongCredential()).verifyAuth());
    spend(budget, 100);
    assertThat(budget.allows(RateBudget.Use.BACKFILL)).as("30 sign-ins are not its limit").isTrue();
    connector(budget, site.credential()).verifyAuth();
    spend(budget, 1_000);
    assertThat(budget.allows(RateBudget.Use.BACKFILL)).as("2,900 of 3,000 were left").isTrue();
  }

  private static Connector connector(RateBudget budget, String credential) {
    AccountSecrets secrets = new AccountSecrets(Path.of("no-such-folder"), name -> credential);
    return new Bluesky(Optional.empty())
        .connect(new Access("sky", URI.create(site.url()), "credential", secrets, budget));
  }

  private static void spend(RateBudget budget, int requests) {
    for (int i = 0; i < requests; i++) {
      budget.spend();
    }
  }

  @Test
  void aThreadWithTooManyHiddenRepliesSaysSo() throws Exception {
    String id = site.comment(text("one too many"));
    site.hideMany(300);
    try {
      Fault fault = faultOf(() -> connector().apply(PlatformAction.HIDE, id));
      assertThat(fault).isInstanceOf(Fault.Rejected.class);
      assertThat(fault.sentence()).contains("300");
    } finally {
      site.hideMany(0);
    }
  }
}
