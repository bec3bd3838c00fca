package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import hallmonitor.moderation.console.access.sso.Providers;
import hallmonitor.moderation.console.access.sso.SsoRefused;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Where the console looks for a provider, and what a provider cannot make it do. */
class SsoDiscoveryTest extends SsoStageTests {
  private final CountDownLatch brokenOff = new CountDownLatch(1);

  @Test
  void aDescriptionOfAnotherIssuerIsNotFollowed() {
    stage.provider.describesItself(described -> described.put("issuer", "https://evil.example"));
    unreachable("another issuer");
  }

  @Test
  void aDescriptionThatLeadsOutOfHttpsIsNotFollowed() {
    for (String name : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
      stage.passes(60);
      stage.provider.describesItself(described -> described.put(name, "http://192.0.2.1/"));
      unreachable("not https");
    }
  }

  @Test
  void addressesOfOursThatAreNotHttpsAreRefusedAtOnce() {
    URI plain = URI.create("http://sso.example");
    assertThatThrownBy(
            () ->
                new Providers(
                    plain, "c", SsoStage.RETURN, Optional.empty(), InstantSource.system()))
        .hasMessageContaining("needs https");
    assertThatThrownBy(
            () -> new Providers(stage.issuer, "c", plain, Optional.empty(), InstantSource.system()))
        .hasMessageContaining("needs https");
  }

  @Test
  void anAgeThatLetsNobodyInOrFitsNoRequestIsRefusedAtOnce() {
    for (String age : List.of("-PT1H", "PT0S", "P366D", "P365000000D")) {
      assertThatThrownBy(
              () ->
                  new Providers(
                      stage.issuer,
                      "c",
                      SsoStage.RETURN,
                      Optional.of(Duration.parse(age)),
                      InstantSource.system()))
          .as(age)
          .hasMessageContaining("from 1 minute to 365 days");
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    String code = stage.code();
    AtomicInteger elsewhere = new AtomicInteger();
    stage.provider.answers("/authorize", exchange -> elsewhere.incrementAndGet());
    stage.provider.answers(
        "/token",
        exchange -> {
          exchange.getResponseHeaders().set("Location", stage.issuer + "/authorize");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    assertThatThrownBy(() -> stage.redeem(code)).hasMessageContaining("answered 307");
    assertThat(elsewhere).hasValue(0);
  }

  @Test
  void anAnswerThatIsTooLongIsGivenUp() {
    stage.provider.answers(
        "/.well-known/openid-configuration", SsoStage.answer(" ".repeat(300 * 1024)));
    unreachable("does not answer");
  }

  @Test
  void anAnswerThatComesDropByDropIsGivenUp() throws Exception {
    String code = stage.code();
    stage.provider.answers("/token", this::drops);
    assertThatThrownBy(() -> stage.redeem(code)).hasMessageContaining("does not answer");
    assertThat(brokenOff.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void aProviderThatIsDownAtFirstIsFoundHalfAMinuteLater() throws Exception {
    stage.provider.close();
    assertThat(stage.providers.isReachable()).isFalse();
    unreachable("does not answer");

    stage.up();
    stage.passes(29);
    assertThat(stage.providers.isReachable()).isFalse();
    stage.passes(2);

    assertThat(stage.providers.isReachable()).isTrue();
    assertThat(stage.providers.ask(stage.flow).toString()).startsWith(stage.issuer + "/authorize?");
  }

  @Test
  void whatWasFoundOutlivesAProviderThatIsDownForAWhileAndIsAskedAgainEveryHour() throws Exception {
    stage.providers.ask(stage.flow);
    stage.provider.describesItself(
        described -> described.put("authorization_endpoint", stage.issuer + "/moved"));
    assertThat(stage.providers.ask(stage.flow).toString()).startsWith(stage.issuer + "/authorize?");
    stage.passes(3601);
    assertThat(stage.providers.ask(stage.flow).toString()).startsWith(stage.issuer + "/moved?");

    stage.provider.close();
    stage.passes(3601);
    assertThat(stage.providers.ask(stage.flow).toString()).startsWith(stage.issuer + "/moved?");
    assertThat(stage.providers.isReachable()).isFalse();
  }

  private void unreachable(String reason) {
    assertThatThrownBy(() -> stage.providers.ask(stage.flow))
        .isInstanceOf(SsoRefused.class)
        .hasMessageContaining(reason);
  }

  /** One byte per second for a minute: a time limit only for each read would not end it. */
  private void drops(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try {
      for (int i = 0; i < 60; i++) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
        Thread.sleep(1000);
      }
    } catch (IOException e) {
      brokenOff.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }
}
