package hallmonitor.ingest.connector.feed;

import static hallmonitor.ingest.connector.PushFixture.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import hallmonitor.ingest.connector.PushFixture;
import hallmonitor.ingest.connector.PushSource.Handshake;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A subscription, with a hub on loopback that records its requests. */
class FeedPushTest {
  private static final String TOPIC = "https://school.example/comments/feed";
  private static final URI CALLBACK = URI.create("https://monitor.example/push/feed");

  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private final PushFixture fixture = new PushFixture("feed").signing("district-secret");
  private HttpServer hub;
  private int status = 202;
  private Instant now = Instant.parse("2026-11-25T12:00:00Z");
  private FeedHub named;
  private FeedPush push;

  @BeforeEach
  void start() throws IOException {
    hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hub.createContext(
        "/",
        exchange -> {
          asked.add(parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    hub.start();
    URI address = URI.create("http://127.0.0.1:" + hub.getAddress().getPort() + "/hub");
    named = new FeedHub(address, TOPIC);
    push = of(fixture);
  }

  private FeedPush of(PushFixture account) {
    return new FeedPush(
        PlatformHttp.client(),
        Duration.ofSeconds(20),
        account.secrets(),
        () -> Optional.of(named),
        () -> now);
  }

  @AfterEach
  void stop() {
    hub.stop(0);
  }

  private static Map<String, String> parameters(String form) {
    Map<String, String> all = new HashMap<>();
    for (String pair : form.split("&")) {
      String[] parts = pair.split("=", 2);
      all.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return all;
  }

  private Map<String, String> subscription() {
    push.renew(CALLBACK);
    return asked.get(asked.size() - 1);
  }

  private static String token(Map<String, String> subscription) {
    return parameters(URI.create(subscription.get("hub.callback")).getQuery()).get("token");
  }

  private Optional<Handshake> confirm(String token, String topic, String lease) {
    return push.handshake(
        Map.of(
            "token", token,
            "hub.mode", "subscribe",
            "hub.topic", topic,
            "hub.challenge", "a-challenge",
            "hub.lease_seconds", lease));
  }

  private boolean genuine(String method, String algorithm, String secret, String body) {
    String hex = HexFormat.of().formatHex(PushFixture.hmac(algorithm, secret, body));
    return push.genuine(header("X-Hub-Signature", method + "=" + hex), body.getBytes(UTF_8));
  }

  @Test
  void theHubIsAskedForTheFeedAndNeverGetsTheDistrictsSecret() {
    Map<String, String> subscription = subscription();
    assertThat(subscription)
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", TOPIC);
    assertThat(subscription.get("hub.callback")).startsWith(CALLBACK + "?token=");
    assertThat(subscription.toString()).doesNotContain("district-secret");
    assertThat(subscription.get("hub.secret")).isNotEqualTo(token(subscription));
  }

  /** Any site can be its own hub, and what it learns must not open another account. */
  @Test
  void aSecretThatTwoFeedsShareGivesEachHubItsOwnWords() {
    Map<String, String> one = subscription();
    of(new PushFixture("another").signing("district-secret")).renew(CALLBACK);
    Map<String, String> other = asked.get(1);
    assertThat(other.get("hub.secret")).isNotEqualTo(one.get("hub.secret"));
    assertThat(token(other)).isNotEqualTo(token(one));
    assertThat(genuine("sha256", "HmacSHA256", other.get("hub.secret"), "<feed/>")).isFalse();
  }

  @Test
  void theHubsQuestionIsAnsweredOnceItWasAsked() {
    assertThat(confirm("any", TOPIC, "600")).isEmpty();
    String token = token(subscription());
    assertThat(confirm(token, TOPIC, "600")).contains(Handshake.text("a-challenge"));
  }

  @Test
  void theQuestionMayReachAnotherInstanceThanTheOneThatAskedTheHub() {
    String token = token(subscription());
    push = of(fixture);
    assertThat(confirm(token, TOPIC, "600")).contains(Handshake.text("a-challenge"));
    assertThat(confirm(token, "https://evil.example/feed", "600")).isEmpty();
  }

  @Test
  void aQuestionThatTheHubDidNotAskIsRefused() {
    String token = token(subscription());
    assertThat(confirm("", TOPIC, "600")).isEmpty();
    assertThat(confirm("0".repeat(token.length()), TOPIC, "600")).isEmpty();
    assertThat(confirm(token, "https://evil.example/feed", "600")).isEmpty();
    assertThat(
            push.handshake(Map.of("token", token, "hub.mode", "unsubscribe", "hub.topic", TOPIC)))
        .isEmpty();
  }

  @Test
  void aLeaseIsRenewedBeforeItEnds() {
    confirm(token(subscription()), TOPIC, "7200");
    now = now.plus(Duration.ofMinutes(59));
    push.renew(CALLBACK);
    assertThat(asked).hasSize(1);
    now = now.plus(Duration.ofMinutes(1));
    push.renew(CALLBACK);
    assertThat(asked).hasSize(2);
    assertThat(asked.get(1)).isEqualTo(asked.get(0));
  }

  @Test
  void aLeaseThatSeemsEndlessIsRenewedEveryDay() {
    confirm(token(subscription()), TOPIC, "999999999");
    now = now.plus(Duration.ofDays(1));
    push.renew(CALLBACK);
    assertThat(asked).hasSize(2);
  }

  @Test
  void aHubThatRefusesOrNeverAsksIsAskedAgainAfterAWhileAndNotBefore() {
    status = 500;
    push.renew(CALLBACK);
    now = now.plus(Duration.ofMinutes(9));
    push.renew(CALLBACK);
    assertThat(asked).hasSize(1);
    now = now.plus(Duration.ofMinutes(1));
    push.renew(CALLBACK);
    assertThat(asked).hasSize(2);
  }

  @Test
  void deliveriesAreSignedWithWhatTheHubGotByAnyMethodOfTheStandard() {
    String secret = subscription().get("hub.secret");
    assertThat(genuine("sha1", "HmacSHA1", secret, "<feed/>")).isTrue();
    assertThat(genuine("sha256", "HmacSHA256", secret, "<feed/>")).isTrue();
    assertThat(genuine("sha512", "HmacSHA512", secret, "<feed/>")).isTrue();
    assertThat(genuine("md5", "HmacMD5", secret, "<feed/>")).isFalse();
    assertThat(genuine("sha256", "HmacSHA256", "district-secret", "<feed/>")).isFalse();
  }

  /** Otherwise the hub would sign with the old one for up to a day after it was removed. */
  @Test
  void aNewSecretIsToldToTheHubAtOnceAndOnce() {
    confirm(token(subscription()), TOPIC, "999999999");
    fixture.signing("new-secret\ndistrict-secret");
    push.renew(CALLBACK);
    push.renew(CALLBACK);
    assertThat(asked).hasSize(2);
    assertThat(asked.get(1).get("hub.secret")).isNotEqualTo(asked.get(0).get("hub.secret"));
  }

  @Test
  void theOldSubscriptionHoldsDuringARotation() {
    Map<String, String> old = subscription();
    fixture.signing("new-secret\ndistrict-secret");
    assertThat(genuine("sha256", "HmacSHA256", old.get("hub.secret"), "<feed/>")).isTrue();
    now = now.plus(Duration.ofDays(1));
    Map<String, String> renewed = subscription();
    assertThat(renewed.get("hub.secret")).isNotEqualTo(old.get("hub.secret"));
    assertThat(genuine("sha256", "HmacSHA256", renewed.get("hub.secret"), "<feed/>")).isTrue();
  }
}
