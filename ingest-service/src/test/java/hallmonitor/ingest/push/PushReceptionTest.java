package hallmonitor.ingest.push;

import static hallmonitor.ingest.connector.PushFixture.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.ingest.push.PushListener.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushReceptionTest {
  private static final int MINUTE_OF_ACCOUNT = 10;
  private static final int MINUTE_OF_ALL = 25;

  private final FakeAccounts accounts =
      new FakeAccounts()
          .with("page", "facebook", "word")
          .with("forum", "discourse", "word")
          .with("blog", "wordpress-with-push");
  private long nanos;
  private final PushReception desk =
      new PushReception(accounts, MINUTE_OF_ACCOUNT, MINUTE_OF_ALL, () -> nanos);

  private Outcome ask(String method, String path, Map<String, String> query, String word) {
    return desk.turnAway(method, path, Optional.empty())
        .orElseGet(
            () ->
                desk.answer(
                    new PushRequest(
                        method,
                        path,
                        query,
                        header(FakeAccounts.SIGNATURE, word),
                        "{}".getBytes(UTF_8))))
        .outcome();
  }

  private Outcome deliver(String account, String word) {
    return ask("POST", "/push/" + account, Map.of(), word);
  }

  @Test
  void aGenuineDeliveryWakesItsAccountAndNoOther() {
    assertThat(deliver("page", "word")).isEqualTo(Outcome.ACCEPTED);
    assertThat(accounts.woken()).containsExactly("page");
  }

  /** One app's deliveries for all of its accounts arrive at one address. */
  @Test
  void accountsOfThePlatformWithTheSameSecretAreWokenToo() {
    accounts.with("second-page", "facebook", "word").with("third-page", "facebook", "other");
    deliver("page", "word");
    assertThat(accounts.woken()).containsExactlyInAnyOrder("page", "second-page");
  }

  @Test
  void aForgedDeliveryWakesNobody() {
    assertThat(deliver("page", "guessed")).isEqualTo(Outcome.REFUSED);
    assertThat(accounts.woken()).isEmpty();
  }

  @Test
  void anAccountWithoutASecretLooksAsIfItDidNotExist() {
    assertThat(deliver("blog", "")).isEqualTo(Outcome.UNKNOWN);
    assertThat(deliver("nobody", "word")).isEqualTo(Outcome.UNKNOWN);
    assertThat(ask("GET", "/push/blog", Map.of("challenge", "1"), "")).isEqualTo(Outcome.UNKNOWN);
    assertThat(accounts.woken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/push",
        "/push/",
        "/push/page/",
        "/push/page/more",
        "//push/page",
        "/PUSH/page",
        "/push/Page",
        "/push/../push/page",
        "/push/%70age",
        "/q/health/live",
        "/q/metrics"
      })
  void noOtherPathLeadsAnywhere(String path) {
    assertThat(ask("POST", path, Map.of(), "word")).isEqualTo(Outcome.UNKNOWN);
    assertThat(accounts.woken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT"})
  void noOtherMethodIsAnswered(String method) {
    assertThat(ask(method, "/push/page", Map.of(), "word")).isEqualTo(Outcome.UNKNOWN);
    assertThat(accounts.woken()).isEmpty();
  }

  @Test
  void aQuestionIsAnsweredAndWakesNobody() {
    assertThat(ask("GET", "/push/page", Map.of("challenge", "7"), "word"))
        .isEqualTo(Outcome.HANDSHAKE);
    assertThat(ask("GET", "/push/page", Map.of(), "word")).isEqualTo(Outcome.HANDSHAKE_REFUSED);
    assertThat(accounts.woken()).isEmpty();
  }

  @Test
  void aFloodAtOneAccountEndsAtItsLimitAndLeavesTheOthersAlone() {
    for (int i = 0; i < MINUTE_OF_ACCOUNT; i++) {
      assertThat(deliver("page", "guessed")).isEqualTo(Outcome.REFUSED);
    }
    for (int i = 0; i < 1_000; i++) {
      assertThat(deliver("page", "word")).isEqualTo(Outcome.TOO_MANY);
    }
    assertThat(deliver("forum", "word")).isEqualTo(Outcome.ACCEPTED);
    nanos += Duration.ofMinutes(1).toNanos();
    assertThat(deliver("page", "word")).isEqualTo(Outcome.ACCEPTED);
  }

  @Test
  void allAccountsTogetherHaveALimit() {
    int taken = 0;
    for (int account = 0; account < 10; account++) {
      accounts.with("page-" + account, "facebook-" + account, "word");
      for (int i = 0; i < MINUTE_OF_ACCOUNT; i++) {
        taken += deliver("page-" + account, "word") == Outcome.ACCEPTED ? 1 : 0;
      }
    }
    assertThat(taken).isEqualTo(MINUTE_OF_ALL);
  }

  @Test
  void pathsThatLeadNowhereUseNothingUp() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(deliver("nobody-" + i, "word")).isEqualTo(Outcome.UNKNOWN);
    }
    assertThat(deliver("page", "word")).isEqualTo(Outcome.ACCEPTED);
  }
}
