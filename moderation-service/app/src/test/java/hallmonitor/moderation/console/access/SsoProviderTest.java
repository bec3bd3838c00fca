package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import hallmonitor.moderation.console.access.sso.Flow;
import hallmonitor.moderation.console.access.sso.SsoRefused;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the console requires of a provider, and what it accepts from it. */
class SsoProviderTest {
  private SsoStage stage;

  @BeforeEach
  void start() throws IOException {
    stage = new SsoStage();
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void theBrowserAsksForACodeWithStateNonceAndAChallengeForItsVerifier() throws Exception {
    String address = stage.providers.ask(stage.flow).toString();

    assertThat(address)
        .startsWith(stage.issuer + "/authorize?")
        .contains(
            "response_type=code",
            "client_id=hall-monitor",
            "redirect_uri=https%3A%2F%2Fconsole.example%2Fsign-in%2Fsso%2Freturn",
            "scope=openid+email+profile",
            "state=" + stage.flow.state(),
            "nonce=" + stage.flow.nonce(),
            "code_challenge_method=S256",
            "code_challenge=",
            "prompt=select_account")
        .doesNotContain(stage.flow.verifier().getValue());
    assertThat(Flow.begin("/").text()).isNotEqualTo(Flow.begin("/").text());
    assertThat(Flow.parse(stage.flow.text())).contains(stage.flow);
  }

  @Test
  void aCodeStandsForClaimsOfEveryKind() throws Exception {
    assertThat(stage.redeem())
        .containsEntry("sub", "7001")
        .containsEntry("roles", List.of("a", "b"))
        .containsEntry("email_verified", true);
  }

  @Test
  void theSecretGoesIntoTheFormWhereTheProviderTakesItOnlyThere() throws Exception {
    stage.provider.takesTheSecretInTheForm();
    assertThat(stage.redeem()).containsEntry("sub", "7001");
  }

  @Test
  void aCodeOfAnotherVerifierIsNotRedeemed() throws Exception {
    String code = stage.code();
    Flow other = new Flow(stage.flow.state(), stage.flow.nonce(), Flow.begin("/").verifier(), "/");
    assertThatThrownBy(() -> stage.providers.redeem(code, other, OidcProvider.SECRET))
        .isInstanceOf(SsoRefused.class)
        .hasMessageContaining("answered 400");
  }

  @Test
  void aTokenForSeveralIsTakenOnlyWhenWeAreTheAuthorizedParty() throws Exception {
    stage.provider.failsBy(
        claims -> {
          claims.put("aud", List.of(OidcProvider.CLIENT, "another-console"));
          claims.put("azp", OidcProvider.CLIENT);
        });
    assertThat(stage.redeem()).containsEntry("sub", "7001");
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
            .issuer(stage.issuer.toString())
            .audience(OidcProvider.CLIENT)
            .subject("7001")
            .claim("nonce", stage.flow.nonce().getValue())
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
    stage.provider.answers(
        "/token", SsoStage.answer("{\"access_token\":\"unused\",\"token_type\":\"Bearer\"}"));
    assertThatThrownBy(stage::redeem).hasMessageContaining("no ID token");
  }

  private void untrusted(Consumer<Map<String, Object>> fault) {
    stage.provider.failsBy(fault);
    nobodyIsSignedIn();
  }

  private void untrusted(String token) {
    stage.provider.answers(
        "/token",
        SsoStage.answer(
            "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}"
                .formatted(token)));
    nobodyIsSignedIn();
  }

  private void nobodyIsSignedIn() {
    assertThatThrownBy(stage::redeem)
        .isInstanceOfSatisfying(
            SsoRefused.class,
            refused ->
                assertThat(refused.sentence().toString())
                    .contains(
                        "The sign-in service sent an answer that is too old or meant for another sign-in."));
  }
}
