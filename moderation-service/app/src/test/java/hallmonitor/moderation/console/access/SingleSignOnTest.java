package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.JvmFolder;
import hallmonitor.moderation.console.seed.Seed;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-in through a provider that follows the standard, and through one with mistakes. */
@ConsoleTest
@TestProfile(SignOnDistrict.class)
class SingleSignOnTest {
  private static final Path SECRET = JvmFolder.of("secrets/sso-client-secret");
  private static final Map<String, Object> NOVAK =
      Map.of("sub", "7001", "email", "P.Novak@maple.example", "email_verified", true);

  @Inject ConsoleDatabase database;

  @ConfigProperty(name = "hallmonitor.console.sso.issuer")
  URI issuer;

  private Seed seed;
  private OidcProvider provider;

  @BeforeEach
  void start() throws Exception {
    seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "moderator", false);
    email("novak", "p.novak@maple.example");
    Files.createDirectories(SECRET.getParent());
    Files.writeString(SECRET, OidcProvider.SECRET + "\n");
    provider = new OidcProvider(issuer);
    provider.knows(NOVAK);
  }

  @AfterEach
  void stop() throws Exception {
    provider.close();
    Files.deleteIfExists(SECRET);
  }

  @Test
  void whoWasAddedByEmailBecomesTheSameSessionAsByPassword() {
    ConsoleBrowser browser = new ConsoleBrowser();
    browser.get("/policy");
    assertThat(browser.get("/sign-in").asString())
        .contains("/sign-in/sso", "Maple &lt;Account&gt;", "Email or user name");

    ConsoleResponse page = SsoBrowser.signIn(browser);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString()).contains("content=\"0;url=/policy\"");
    assertThat(page.setCookie("hallmonitor-session")).contains("HTTPOnly", "SameSite=Strict");
    assertThat(browser.get("/queue").asString()).contains("Petra Novak");
    assertThat(browser.get("/people").statusCode()).isEqualTo(403);
    assertThat(audited("novak")).contains("sign-in single sign-on");
  }

  @Test
  void anInvitationLeadsToTheProviderAndIsAcceptedByTheFirstSignIn() {
    seed.person("brandt", "administrator", false);
    ConsoleBrowser.signedIn("brandt")
        .post(
            "/people",
            Map.of("displayName", "Ana", "email", "ana@maple.example", "role", "moderator"));
    assertThat(invitation("way")).isEqualTo("single-sign-on");
    provider.knows(Map.of("sub", "7005", "email", "ana@maple.example", "email_verified", true));
    ConsoleBrowser browser = new ConsoleBrowser();

    SsoBrowser.signIn(browser);

    assertThat(browser.get("/queue").statusCode()).isEqualTo(200);
    assertThat(invitation("(accepted_at is not null)::text")).isEqualTo("true");
    assertThat(invitation("(select count(*)::text from invitation_link)"))
        .as("no link sets a password")
        .isEqualTo("0");
  }

  private String invitation(String column) {
    return database.read(
        h -> h.select("select " + column + " from invitation").mapTo(String.class).one());
  }

  @Test
  void aFirstPasswordAndACodeAreNotAskedOfWhoComesThroughTheProvider() {
    seed.person("lopez", "moderator", true);
    email("lopez", "lopez@maple.example");
    provider.knows(Map.of("sub", "7002", "email", "lopez@maple.example", "email_verified", true));
    ConsoleBrowser browser = new ConsoleBrowser();

    SsoBrowser.signIn(browser);

    assertThat(browser.get("/queue").statusCode()).isEqualTo(200);
    assertThat(ConsoleBrowser.signedIn("lopez").get("/queue").header("Location"))
        .endsWith("/password");
  }

  @Test
  void somebodyWhomNobodyAddedIsRefusedInWordsAndNotAdded() {
    refused(
        Map.of("sub", "9", "email", "stranger@maple.example", "email_verified", true),
        "Ask an administrator to add your email");
    assertThat(
            database.<Integer>read(
                h -> h.select("select count(*) from console_user").mapTo(Integer.class).one()))
        .isEqualTo(1);
  }

  @Test
  void anAccountOfAnotherDomainIsRefused() {
    refused(
        Map.of(
            "sub",
            "7001",
            "email",
            "p.novak@maple.example",
            "email_verified",
            true,
            "hd",
            "oak.example"),
        "does not belong to this district");
  }

  @Test
  void anEmailThatTheProviderDoesNotVouchForIsRefused() {
    refused(
        Map.of("sub", "7001", "email", "p.novak@maple.example", "email_verified", false),
        "does not confirm that your email address is yours");
  }

  @Test
  void anAddressThatPassedToSomebodyElseOpensNothing() {
    SsoBrowser.signIn(new ConsoleBrowser());
    Map<String, Object> successor =
        Map.of("sub", "8888", "email", "p.novak@maple.example", "email_verified", true);
    refused(successor, "save it there again");

    seed.person("brandt", "administrator", false);
    ConsoleBrowser.signedIn("brandt")
        .post("/people/novak/sign-in/email", Map.of("email", "p.novak@maple.example"));

    assertThat(SsoBrowser.signIn(new ConsoleBrowser()).statusCode()).isEqualTo(200);
  }

  @Test
  void whoseAccessWasRemovedIsRefusedAndOutAtOnce() {
    ConsoleBrowser browser = new ConsoleBrowser();
    SsoBrowser.signIn(browser);
    database.write(h -> h.execute("update console_user set locked_until = 'infinity'"));

    assertThat(browser.get("/queue").header("Location")).endsWith("/sign-in");
    refused(
        NOVAK,
        "Ask an administrator to add your email address under People, or to save it there again.");
  }

  @Test
  void aWrongNonceIsRefused() {
    untrusted(claims -> claims.put("nonce", "of another attempt"));
    untrusted(claims -> claims.remove("nonce"));
  }

  @Test
  void aTokenForAnotherClientIsRefused() {
    untrusted(claims -> claims.put("aud", "another-console"));
    untrusted(claims -> claims.put("aud", List.of(OidcProvider.CLIENT, "another-console")));
  }

  @Test
  void aTokenOfAnotherIssuerIsRefused() {
    untrusted(claims -> claims.put("iss", "https://accounts.evil.example"));
  }

  @Test
  void anExpiredTokenIsRefused() {
    untrusted(claims -> claims.put("exp", Instant.now().getEpochSecond() - 120));
    untrusted(claims -> claims.remove("exp"));
  }

  @Test
  void aTokenThatSomebodyElseSignedIsRefused() {
    provider.signsWithAKeyOfSomebodyElse();
    untrusted(claims -> {});
  }

  @Test
  void aKeyThatTheProviderRotatedIsFetchedAnew() {
    assertThat(SsoBrowser.signIn(new ConsoleBrowser()).statusCode()).isEqualTo(200);

    provider.rotatesItsKey();

    assertThat(SsoBrowser.signIn(new ConsoleBrowser()).statusCode()).isEqualTo(200);
  }

  @Test
  void anAnswerCountsOnceAndOnlyInTheBrowserThatAsked() {
    ConsoleBrowser browser = new ConsoleBrowser();
    String back = SsoBrowser.wayBack(browser);
    assertThat(new ConsoleBrowser().get(back).asString())
        .contains(
            "This sign-in was already used, took longer than 10 minutes, or started in another browser.");
    assertThat(browser.get(back).statusCode()).isEqualTo(200);

    ConsoleResponse again = browser.get(back);

    assertThat(again.statusCode()).isEqualTo(403);
    assertThat(again.asString())
        .contains(
            "This sign-in was already used, took longer than 10 minutes, or started in another browser.");
  }

  @Test
  void aStateThatIsNotThisBrowsersIsRefused() {
    ConsoleBrowser browser = new ConsoleBrowser();
    String back = SsoBrowser.wayBack(browser);

    assertThat(browser.get(back.replaceAll("state=[^&]+", "state=abc")).statusCode())
        .isEqualTo(403);
    assertThat(browser.get("/queue").statusCode()).isEqualTo(302);
  }

  private void untrusted(Consumer<Map<String, Object>> fault) {
    provider.failsBy(fault);
    refused(
        NOVAK, "The sign-in service sent an answer that is too old or meant for another sign-in.");
  }

  private void refused(Map<String, Object> account, String words) {
    provider.knows(account);
    ConsoleBrowser browser = new ConsoleBrowser();
    ConsoleResponse answer = SsoBrowser.signIn(browser);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.asString()).contains(words);
    assertThat(browser.get("/queue").header("Location")).endsWith("/sign-in");
  }

  private void email(String name, String email) {
    database.write(
        h -> h.execute("update console_user set email = ? where user_name = ?", email, name));
  }

  private List<String> audited(String actor) {
    return database.read(
        h ->
            h.createQuery("select act || ' ' || detail from audit where actor = ?")
                .bind(0, actor)
                .mapTo(String.class)
                .list());
  }
}
