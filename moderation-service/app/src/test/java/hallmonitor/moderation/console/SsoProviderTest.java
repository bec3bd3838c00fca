package hallmonitor.moderation.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import hallmonitor.moderation.console.access.sso.Flow;
import hallmonitor.moderation.console.access.sso.Providers;
import hallmonitor.moderation.console.access.sso.SsoRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the console asks of a provider, and what it does not let a provider do. */
class SsoProviderTest {
  private static final URI RETURN = URI.create("https://console.example/sign-in/sso/return");

  private final AtomicInteger seconds = new AtomicInteger();
  private final Flow flow = Flow.begin("/queue");
  private URI issuer;
  private OidcProvider provider;
  private Providers providers;

  @BeforeEach
  void start() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      issuer = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    provider = new OidcProvider(issuer);
    provider.knows(Map.of("sub", "7001", "roles", List.of("a", "b"), "email_verified", true));
    Instant start = Instant.parse("2026-01-05T08:00:00Z");
    providers =
        new Providers(issuer, OidcProvider.CLIENT, RETURN, () -> start.plusSeconds(seconds.get()));
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void theBrowserAsksForACodeWithStateNonceAndAChallengeForItsVerifier() throws Exception {
    String address = providers.ask(flow).toString();

    assertThat(address)
        .startsWith(issuer + "/authorize?")
        .contains(
            "response_type=code",
            "client_id=hall-monitor",
            "redirect_uri=https%3A%2F%2Fconsole.example%2Fsign-in%2Fsso%2Freturn",
            "scope=openid+email+profile",
            "state=" + flow.state(),
            "nonce=" + flow.nonce(),
            "code_challenge_method=S256",
            "code_challenge=",
            "prompt=select_account")
        .doesNotContain(flow.verifier().getValue());
    assertThat(Flow.begin("/").text()).isNotEqualTo(Flow.begin("/").text());
    assertThat(Flow.parse(flow.text())).contains(flow);
  }

  @Test
  void aCodeStandsForClaimsOfEveryKind() throws Exception {
    assertThat(redeem())
        .containsEntry("sub", "7001")
        .containsEntry("roles", List.of("a", "b"))
        .containsEntry("email_verified", true);
  }

  @Test
  void theSecretGoesIntoTheFormWhereTheProviderTakesItOnlyThere() throws Exception {
    provider.takesTheSecretInTheForm();
    assertThat(redeem()).containsEntry("sub", "7001");
  }

  @Test
  void aCodeOfAnotherVerifierIsNotRedeemed() throws Exception {
    String code = code(flow);
    Flow other = new Flow(flow.state(), flow.nonce(), Flow.begin("/").verifier(), "/");
    assertThatThrownBy(() -> providers.redeem(code, other, OidcProvider.SECRET))
        .isInstanceOf(SsoRefused.class)
        .hasMessageContaining("answered 400");
  }

  @Test
  void aTokenForSeveralIsTakenOnlyWhenWeAreTheAuthorizedParty() throws Exception {
    provider.failsBy(
        claims -> {
          claims.put("aud", List.of(OidcProvider.CLIENT, "another-console"));
          claims.put("azp", OidcProvider.CLIENT);
        });
    assertThat(redeem()).containsEntry("sub", "7001");
    untrusted(
        claims -> {
          claims.put("aud", List.of(OidcProvider.CLIENT, "another-console"));
          claims.put("azp", "another-console");
        });
  }

  @Test
  void aTokenThatTellsNoSubjectOrNoUsableTimeIsRefused() {
    long now = Instant.now().getEpochSecond();
    untrusted(claims -> claims.remove("sub"));
    untrusted(claims -> claims.remove("iat"));
    untrusted(claims -> claims.put("iat", now + 3600));
    untrusted(claims -> claims.put("exp", now - 120));
  }

  @Test
  void aTokenWithoutASignatureOrSignedWithASharedSecretIsRefused() throws Exception {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer.toString())
            .audience(OidcProvider.CLIENT)
            .subject("7001")
            .claim("nonce", flow.nonce().getValue())
            .issueTime(new Date())
            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
            .build();
    untrusted(new PlainJWT(claims).serialize());
    SignedJWT shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    shared.sign(new MACSigner(OidcProvider.SECRET + OidcProvider.SECRET));
    untrusted(shared.serialize());
    untrusted("no token");
  }

  @Test
  void anAnswerWithoutAnIdTokenIsRefused() {
    provider.answers(
        "/token", body("{\"access_token\":\"unused\",\"token_type\":\"Bearer\"}".getBytes(UTF_8)));
    assertThatThrownBy(this::redeem).hasMessageContaining("no ID token");
  }

  @Test
  void aDescriptionOfAnotherIssuerIsNotFollowed() {
    provider.describesItself(described -> described.put("issuer", "https://evil.example"));
    unreachable("another issuer");
  }

  @Test
  void aDescriptionThatLeadsOutOfHttpsIsNotFollowed() {
    for (String name : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
      seconds.addAndGet(60);
      provider.describesItself(described -> described.put(name, "http://192.0.2.1/"));
      unreachable("not https");
    }
  }

  @Test
  void addressesOfOursThatAreNotHttpsAreRefusedAtOnce() {
    URI plain = URI.create("http://sso.example");
    assertThatThrownBy(() -> new Providers(plain, "c", RETURN, InstantSource.system()))
        .hasMessageContaining("needs https");
    assertThatThrownBy(() -> new Providers(issuer, "c", plain, InstantSource.system()))
        .hasMessageContaining("needs https");
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    String code = code(flow);
    AtomicInteger elsewhere = new AtomicInteger();
    provider.answers("/authorize", exchange -> elsewhere.incrementAndGet());
    provider.answers(
        "/token",
        exchange -> {
          exchange.getResponseHeaders().set("Location", issuer + "/authorize");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    assertThatThrownBy(() -> providers.redeem(code, flow, OidcProvider.SECRET))
        .hasMessageContaining("answered 307");
    assertThat(elsewhere).hasValue(0);
  }

  @Test
  void anAnswerThatIsTooLongIsGivenUp() {
    provider.answers("/.well-known/openid-configuration", body(new byte[300 * 1024]));
    unreachable("does not answer");
  }

  @Test
  void anAnswerThatComesDropByDropIsGivenUp() throws Exception {
    String code = code(flow);
    provider.answers("/token", SsoProviderTest::drops);
    Instant start = Instant.now();
    assertThatThrownBy(() -> providers.redeem(code, flow, OidcProvider.SECRET))
        .hasMessageContaining("does not answer");
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(9));
  }

  @Test
  void aProviderThatIsDownAtFirstIsFoundHalfAMinuteLater() throws Exception {
    provider.close();
    assertThat(providers.isReachable()).isFalse();
    unreachable("does not answer");

    provider = new OidcProvider(issuer);
    seconds.addAndGet(29);
    assertThat(providers.isReachable()).isFalse();
    seconds.addAndGet(2);

    assertThat(providers.isReachable()).isTrue();
    assertThat(providers.ask(flow).toString()).startsWith(issuer + "/authorize?");
  }

  @Test
  void whatWasFoundOutlivesAProviderThatIsDownForAWhileAndIsAskedAgainEveryHour() throws Exception {
    providers.ask(flow);
    provider.describesItself(
        described -> described.put("authorization_endpoint", issuer + "/moved"));
    assertThat(providers.ask(flow).toString()).startsWith(issuer + "/authorize?");
    seconds.addAndGet(3601);
    assertThat(providers.ask(flow).toString()).startsWith(issuer + "/moved?");

    provider.close();
    seconds.addAndGet(3601);
    assertThat(providers.ask(flow).toString()).startsWith(issuer + "/moved?");
    assertThat(providers.isReachable()).isFalse();
  }

  private Map<String, Object> redeem() throws Exception {
    return providers.redeem(code(flow), flow, OidcProvider.SECRET);
  }

  private String code(Flow flow) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(providers.ask(flow)).build();
    return HttpClient.newHttpClient()
        .send(request, BodyHandlers.discarding())
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceAll(".*code=([^&]+).*", "$1");
  }

  private void untrusted(Consumer<Map<String, Object>> fault) {
    provider.failsBy(fault);
    assertThatThrownBy(this::redeem).isInstanceOfSatisfying(SsoRefused.class, this::saysSo);
  }

  private void untrusted(String token) {
    provider.answers(
        "/token",
        body(
            "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}"
                .formatted(token)
                .getBytes(UTF_8)));
    assertThatThrownBy(this::redeem).isInstanceOfSatisfying(SsoRefused.class, this::saysSo);
  }

  private void saysSo(SsoRefused refused) {
    assertThat(refused.sentence().toString()).contains("Nobody was signed in");
  }

  private void unreachable(String reason) {
    assertThatThrownBy(() -> providers.ask(flow))
        .isInstanceOf(SsoRefused.class)
        .hasMessageContaining(reason);
  }

  private static HttpHandler body(byte[] bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    };
  }

  /** One byte in a second, up to twelve: a time limit for each read alone would never end it. */
  private static void drops(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try {
      for (int i = 0; i < 12; i++) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
        Thread.sleep(1000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }
}
