package hallmonitor.moderation.console.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import hallmonitor.contract.event.CredentialResult.Why;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.store.connect.ConnectionInvitations;
import hallmonitor.testparts.TestMailServer;
import io.quarkus.test.junit.TestProfile;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that the holder of an account connects it by a link, without a user of the console. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class InvitedTest extends ConnectingTests {
  private static final Pattern LINK = Pattern.compile("/connect/[0-9a-f-]{36}\\.[0-9a-f]{32}");

  @ConfigProperty(name = "hallmonitor.mail.port")
  int port;

  private final ConsoleBrowser stranger = new ConsoleBrowser();
  private GreenMail mails;
  private String page;

  @BeforeEach
  void startInviting() {
    mails = TestMailServer.on(port);
    page = begun();
  }

  @AfterEach
  void stopInviting() {
    mails.stop();
  }

  private ConsoleResponse invite(String language) {
    return brandt.post(
        page + "/invitation",
        Map.of("name", "Ana Ruiz", "email", "ana@maple.example", "language", language));
  }

  private String link(int number) throws Exception {
    await().atMost(Duration.ofMinutes(1)).until(() -> mails.getReceivedMessages().length >= number);
    Matcher link = LINK.matcher(text(mails.getReceivedMessages()[number - 1]));
    assertThat(link.find()).isTrue();
    return link.group();
  }

  private static String text(MimeMessage mail) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
  }

  private void closed(String link, String words) {
    ConsoleResponse shown = stranger.get(link);
    assertThat(shown.statusCode()).isEqualTo(410);
    assertThat(shown.asString()).contains(words);
    assertThat(handOver(stranger, link, "secret").statusCode()).isEqualTo(410);
    assertThat(ingest.orders()).isEmpty();
  }

  @Test
  void theHolderConnectsTheAccountAndSeesNoComment() throws Exception {
    assertThat(invite("en").statusCode()).isEqualTo(303);
    String link = link(1);
    assertThat(text(mails.getReceivedMessages()[0]))
        .contains("Hello Ana Ruiz,", "Maple Valley blog", "https://blog.example.org");
    assertThat(stranger.get(link).asString())
        .contains("Elias Brandt", "Maple Valley blog", "Application password");

    handOver(stranger, link, "wrong");
    ingest.refuses(Why.SIGN_IN);
    assertThat(stranger.get(link).asString()).contains("Not accepted.", "Test and save");
    handOver(stranger, link, "right");
    assertThat(stranger.part(link + "/answer").statusCode()).isEqualTo(204);
    assertThat(ingest.secret()).isEqualTo("novak:right");
    ingest.connects();

    assertThat(stranger.get(link).asString())
        .contains("It works. Thank you.")
        .doesNotContain("Game", "comment-1", "Test and save");
    assertThat(handOver(stranger, link, "again").statusCode()).isEqualTo(410);
    assertThat(brandt.get(page).asString()).contains("Used", "Add it to the district's accounts");
    assertThat(audited())
        .anyMatch(act -> act.startsWith("brandt connection-link-sent"))
        .contains("invitation credential-handed-over account maple-valley-blog");
  }

  @Test
  void theMailIsInTheLanguageOfThePerson() throws Exception {
    invite("es");
    link(1);

    assertThat(text(mails.getReceivedMessages()[0])).contains("Hola").doesNotContain("Hello");
    assertThat(mails.getReceivedMessages()[0].getHeader("Content-Language")).containsExactly("es");
  }

  @Test
  void anExpiredLinkSaysSo() throws Exception {
    invite("en");
    String link = link(1);
    database.write(
        h ->
            h.execute(
                "update connection_invitation set invited_at = invited_at - interval '8 days',"
                    + " expires_at = expires_at - interval '8 days'"));

    closed(link, "This link has expired.");
    assertThat(brandt.get(page).asString()).contains("Expired");
  }

  @Test
  void aRevokedAndAReplacedLinkSaySo() throws Exception {
    invite("en");
    String replaced = link(1);
    invite("en");
    String revoked = link(2);
    brandt.post(page + "/invitation/revocation", Map.of());

    closed(replaced, "revoked or replaced by a newer one");
    closed(revoked, "revoked or replaced by a newer one");
    assertThat(audited()).anyMatch(act -> act.startsWith("brandt connection-link-revoked"));
  }

  @Test
  void theLinkOfAConnectionThatWasEndedIsClosed() throws Exception {
    invite("en");
    String link = link(1);
    brandt.post(page + "/end", Map.of());

    closed(link, "revoked or replaced");
  }

  @Test
  void ifTheDistrictsFileNamesAnotherAddressSinceTheLinkIsClosed() throws Exception {
    page =
        brandt
            .post("/connections/renewal", Map.of("account", "practice"))
            .header("Location")
            .replaceAll("^https?://[^/]+", "");
    invite("en");
    String link = link(1);
    database.write(
        h -> h.execute("update connection set address = 'https://old.example.org' where renewal"));

    closed(link, "web address was changed after this link was sent");
  }

  @Test
  void aLinkOfAnotherInvitationOrAForgedOneOpensNothing() throws Exception {
    invite("en");
    String link = link(1);
    String forged = link.substring(0, link.length() - 1) + (link.endsWith("0") ? "1" : "0");

    for (String wrong : new String[] {forged, "/connect/x", "/connect/x.y"}) {
      assertThat(stranger.get(wrong).statusCode()).as(wrong).isEqualTo(404);
      assertThat(handOver(stranger, wrong, "secret").statusCode()).as(wrong).isEqualTo(404);
      assertThat(stranger.part(wrong + "/answer").statusCode()).as(wrong).isEqualTo(404);
    }
    assertThat(ingest.orders()).isEmpty();
  }

  @Test
  void theDatabaseHoldsNothingThatOpensALink() throws Exception {
    invite("en");
    String secret = link(1).replaceAll(".*\\.", "");

    for (String table : new String[] {"connection_invitation", "connection", "audit"}) {
      assertThat(
              database.<Integer>read(
                  h ->
                      h.select(
                              "select count(*) from " + table + " t where t::text like ?",
                              "%" + secret + "%")
                          .mapTo(int.class)
                          .one()))
          .as(table)
          .isZero();
    }
  }

  @Test
  void onlySoManyLinksADayAndSoManyPasswordsAnHour() throws Exception {
    for (int i = 0; i < ConnectionInvitations.MOST_A_DAY; i++) {
      assertThat(invite("en").statusCode()).isEqualTo(303);
    }
    ConsoleResponse more = invite("en");
    assertThat(more.statusCode()).isEqualTo(422);
    assertThat(more.asString()).contains("in the last 24 hours");

    String newest =
        database.read(
            h ->
                h.select(
                        "select invitation_id::text from connection_invitation where revoked_at is null")
                    .mapTo(String.class)
                    .one());
    String open = linkWith(newest);
    for (int i = 0; i < 10; i++) {
      assertThat(handOver(stranger, open, "guess").statusCode()).isEqualTo(303);
    }
    assertThat(handOver(stranger, open, "guess").statusCode()).isEqualTo(429);
  }

  /** Links that a newer one replaced before their mail went out are never sent. */
  private String linkWith(String invitation) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              for (int i = 1; i <= mails.getReceivedMessages().length; i++) {
                if (link(i).contains(invitation)) {
                  return link(i);
                }
              }
              return null;
            },
            java.util.Objects::nonNull);
  }

  @Test
  void aPersonWithoutANameOrAddressGetsNoLink() {
    assertThat(
            brandt
                .post(page + "/invitation", Map.of("name", "", "email", "a@b.example"))
                .statusCode())
        .isEqualTo(422);
    assertThat(brandt.post(page + "/invitation", Map.of("name", "Ana", "email", "x")).statusCode())
        .isEqualTo(422);
  }
}
