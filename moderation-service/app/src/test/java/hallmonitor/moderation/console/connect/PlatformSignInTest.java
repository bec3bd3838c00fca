package hallmonitor.moderation.console.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import hallmonitor.contract.event.CredentialResult.Option;
import hallmonitor.contract.event.CredentialResult.Why;
import hallmonitor.messaging.credential.CredentialPayload.AuthorizationCode;
import hallmonitor.messaging.credential.CredentialPayload.Choice;
import hallmonitor.messaging.credential.CredentialPayload.SignInStart;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.PolicySeed;
import io.quarkus.test.junit.TestProfile;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the way to a platform's sign-in page and back, with all that can come back. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class PlatformSignInTest extends ConnectingTests {
  private static final String ADDRESS = "https://platform.example/authorize?client_id=7";
  private static final String USED =
      "This sign-in was already used, took longer than 10 minutes, or started in another browser.";

  @ConfigProperty(name = "hallmonitor.console.url")
  String console;

  private String page;

  @BeforeEach
  void offerSignIn() {
    ingest.offersSignIn("wordpress", "read", "write:blocks");
    page = begun();
  }

  /** Starts, and lets the ingest service prepare the page; returns what it was asked for. */
  private SignInStart departed(ConsoleBrowser who) {
    assertThat(who.post(page + "/platform", Map.of()).statusCode()).isEqualTo(303);
    SignInStart start = (SignInStart) ingest.payload();
    ingest.preparesPage(ADDRESS, start.state());
    return start;
  }

  private static String back(SignInStart start, String more) {
    return "/connect/return?state=" + start.state() + more;
  }

  private void lost(ConsoleResponse answer, String words) {
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains("Not connected", words);
    assertThat(ingest.payload()).as("nothing was handed over").isInstanceOf(SignInStart.class);
  }

  @Test
  void aPersonSignsInAtThePlatformAndChoosesThePage() {
    assertThat(brandt.get(page).asString())
        .contains("Sign in at WordPress", "Read replies and mentions", "Block people");
    SignInStart start = departed(brandt);
    assertThat(start.redirect()).hasToString(console.replaceAll("/$", "") + "/connect/return");
    assertThat(brandt.part(page + "/answer").asString())
        .contains("href=\"https://platform.example/authorize?client_id=7\"");

    ConsoleResponse returned = brandt.get(back(start, "&code=c0de"));
    assertThat(returned.statusCode()).isEqualTo(200);
    assertThat(returned.asString()).contains("content=\"0;url=" + page + "\"");
    AuthorizationCode code = (AuthorizationCode) ingest.payload();
    assertThat(code.code()).isEqualTo("c0de");
    assertThat(code.redirect()).isEqualTo(start.redirect());
    assertThat(
            CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(code.codeVerifier())))
        .hasToString(start.codeChallenge());

    ingest.offers(new Option("1", "Maple <b>High</b>"), new Option("2", "Maple Valley Schools"));
    assertThat(brandt.get(page).asString())
        .contains("Which one is it?", "Maple &lt;b&gt;High&lt;/b&gt;");
    String asked = ingest.order().orderId().toString();
    brandt.post(page + "/platform/choice", Map.of("asked", asked, "chosen", "2"));
    assertThat(((Choice) ingest.payload()).id()).isEqualTo("2");
    ingest.connects();
    assertThat(brandt.get(page).asString()).contains("It works").doesNotContain("Sign in at");
  }

  @Test
  void withoutASignInOfThePlatformNoneIsOffered() {
    ingest.offersSignIn("youtube");
    assertThat(brandt.get(page).asString())
        .contains("Application password")
        .doesNotContain("Sign in at WordPress");
  }

  @Test
  void whoDeniesIsToldThatNothingChanged() {
    lost(brandt.get(back(departed(brandt), "&error=access_denied")), "You did not allow it");
    assertThat(brandt.get(page).asString()).contains("Sign in at WordPress");
  }

  @Test
  void anErrorOfThePlatformIsNamedAndOnlyEverACode() {
    lost(brandt.get(back(departed(brandt), "&error=server_error")), "an error, server_error.");
    lost(brandt.get(back(departed(brandt), "&error=Call%20%2B1")), "an error, ?.");
  }

  @Test
  void aReturnWithoutAnAnswerIsNoCode() {
    lost(brandt.get(back(departed(brandt), "")), "without an answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=other&code=c", "code=c", "oauth_token=t&oauth_verifier=c"})
  void whatBelongsToNoTripIsNotTaken(String query) {
    departed(brandt);
    lost(brandt.get("/connect/return?" + query), "does not belong to the sign-in");
  }

  @Test
  void anAnswerOfAnotherIssuerIsNotTaken() {
    for (String other :
        List.of(
            "https://evil.example",
            "https://platform.example:444",
            "https://platform.example\n",
            "?",
            "")) {
      lost(
          brandt.get(back(departed(brandt), "&code=c&iss=" + URLEncoder.encode(other, UTF_8))),
          "does not belong to the sign-in");
    }
    brandt.get(back(departed(brandt), "&code=c0de&iss=https%3A%2F%2Fplatform.example%3A443"));
    assertThat(((AuthorizationCode) ingest.payload()).code()).isEqualTo("c0de");
  }

  @Test
  void aReturnCountsOnce() {
    SignInStart start = departed(brandt);
    brandt.get(back(start, "&code=first"));
    ConsoleResponse again = brandt.get(back(start, "&code=second"));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.asString()).contains(USED);
    assertThat(((AuthorizationCode) ingest.payload()).code()).isEqualTo("first");
  }

  @Test
  void anotherBrowserBringsNothingBack() {
    SignInStart start = departed(brandt);
    lost(new ConsoleBrowser().get(back(start, "&code=c")), USED);
    lost(ConsoleBrowser.signedIn("brandt").get(back(start, "&code=c")), USED);
  }

  @Test
  void anOlderTripEndsWhereANewerBegan() {
    SignInStart older = departed(brandt);
    ConsoleBrowser firstTab = brandt.copy();
    departed(brandt);
    lost(firstTab.get(back(older, "&code=c")), "does not belong to the sign-in");
  }

  @Test
  void whoIsNoAdministratorAnyMoreBringsNothingBack() {
    SignInStart start = departed(brandt);
    database.write(
        h -> h.execute("update console_user set role = 'moderator' where user_name = 'brandt'"));
    lost(brandt.get(back(start, "&code=c")), "You may no longer connect this account.");
  }

  @Test
  void whatWasNotAllowedIsNamedInWords() {
    brandt.get(back(departed(brandt), "&code=c"));
    ingest.misses("write:blocks");
    assertThat(brandt.get(page).asString())
        .contains("You did not allow everything", "Block people, and lift blocks", "Sign in at");
  }

  @Test
  void aCodeThatThePlatformRefusesSaysToStartAgain() {
    brandt.get(back(departed(brandt), "&code=c"));
    ingest.refuses(Why.CODE);
    assertThat(brandt.get(page).asString()).contains("Sign in again.", "Sign in at WordPress");
  }

  @Test
  void xIsRecognizedByItsRequestToken() {
    brandt.post(page + "/platform", Map.of());
    ingest.preparesPage("https://x.example/authorize?oauth_token=t1", "t1");
    brandt.get("/connect/return?oauth_token=t1&oauth_verifier=v1");
    assertThat(((AuthorizationCode) ingest.payload()).code()).isEqualTo("v1");
  }

  @Test
  void whoDeniesAtXIsToldThatNothingChanged() {
    brandt.post(page + "/platform", Map.of());
    ingest.preparesPage("https://x.example/authorize?oauth_token=t1", "t1");
    lost(brandt.get("/connect/return?denied=t1"), "You did not allow it");
  }

  @Test
  void wordPressSendsAPasswordAndOnlyOfTheSiteThatWasAsked() {
    String granted = "&user_login=novak&password=abcd+efgh&site_url=";
    lost(
        brandt.get(back(departed(brandt), granted + "https://other.example.org")),
        "You signed in at another site");
    brandt.get(back(departed(brandt), granted + "https://blog.example.org"));
    assertThat(((AuthorizationCode) ingest.payload()).code()).isEqualTo("novak:abcd efgh");
    assertThat(seed.outgoing()).noneMatch(event -> event.contains("efgh"));
  }

  @Test
  void aModeratorStartsNothing() {
    assertThat(novak.post(page + "/platform", Map.of()).statusCode()).isEqualTo(403);
    assertThat(novak.post(page + "/platform/choice", Map.of("asked", page)).statusCode())
        .isEqualTo(403);
    assertThat(ingest.orders()).isEmpty();
  }
}
