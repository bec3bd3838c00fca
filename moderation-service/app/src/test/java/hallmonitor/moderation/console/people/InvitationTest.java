package hallmonitor.moderation.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.testparts.TestMailServer;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests inviting someone by mail, up to the first sign-in. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class InvitationTest {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Pattern LINK = Pattern.compile("/sign-in/invitation/[A-Za-z0-9_-]{43}");
  private static final String PASSWORD = "four unrelated words here";

  @Inject ConsoleDatabase database;

  @ConfigProperty(name = "hallmonitor.mail.port")
  int port;

  private Seed seed;
  private GreenMail mails;
  private ConsoleBrowser brandt;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    database.write(h -> h.execute("truncate invitation_try"));
    StaffSeed staff = new StaffSeed(database, seed);
    staff.person("brandt", "administrator");
    brandt = ConsoleBrowser.signedIn("brandt");
    mails = TestMailServer.on(port);
  }

  @AfterEach
  void stop() {
    mails.stop();
    database.write(h -> h.execute("truncate invitation_try"));
  }

  @Test
  void anInvitedPersonChoosesAPasswordOnceAndIsSignedIn() throws Exception {
    ConsoleResponse invited = invite("ana@maple.example", "en");
    assertThat(invited.statusCode()).isEqualTo(303);

    MimeMessage mail = mail(1);
    String link = link(mail);

    assertThat(mail.getSubject()).isEqualTo("Elias Brandt invited you to Hall Monitor");
    assertThat(text(mail))
        .contains("Hello Ana Ruiz,", "Maple Valley School District 12", "works once");
    ConsoleBrowser ana = new ConsoleBrowser();
    assertThat(ana.get(link).asString())
        .contains("<bdi>Elias Brandt</bdi> invited you")
        .contains("Moderator · Maple Valley High School");
    assertThat(accept(ana, link, "short").statusCode()).isEqualTo(422);

    ConsoleResponse accepted = accept(ana, link, PASSWORD);

    assertThat(accepted.statusCode()).isEqualTo(303);
    assertThat(ana.get("/queue").statusCode()).isEqualTo(200);
    assertThat(ana.get("/queue").asString()).contains("Ana Ruiz");
    assertThat(new ConsoleBrowser().get(link).statusCode()).as("used").isEqualTo(404);
    assertThat(accept(new ConsoleBrowser(), link, "another fine password").statusCode())
        .isEqualTo(404);
    ConsoleBrowser later = new ConsoleBrowser();
    later.signIn("Ana@maple.example", PASSWORD);
    assertThat(later.get("/queue").statusCode()).as("signs in by email").isEqualTo(200);
    assertThat(audit())
        .contains("brandt person-invited ana", "ana invitation-accepted ana", "ana sign-in ana");
    assertThat(brandt.get("/people?q=ana").asString()).contains("Signs in");
  }

  @Test
  void theMailIsInTheLanguageOfThePerson() throws Exception {
    invite("ana@maple.example", "es");

    MimeMessage mail = mail(1);

    assertThat(mail.getSubject())
        .contains("Elias Brandt")
        .contains("Hall Monitor")
        .contains("invit");
    assertThat(text(mail)).contains("Hola").doesNotContain("Hello");
    assertThat(mail.getHeader("Content-Language")).containsExactly("es");
  }

  @Test
  void theDatabaseKnowsNoLinkThatOpens() throws Exception {
    invite("ana@maple.example", "en");
    String token = link(mail(1)).replaceAll(".*/", "");

    for (String table : List.of("invitation", "invitation_link", "audit", "console_user")) {
      assertThat(
              database.<Integer>read(
                  h ->
                      h.select(
                              "select count(*) from " + table + " t where t::text like ?",
                              "%" + token + "%")
                          .mapTo(int.class)
                          .one()))
          .as(table)
          .isZero();
    }
    assertThat(new InvitationLink(token).toString()).doesNotContain(token);
  }

  @Test
  void everyLinkThatDoesNotOpenGetsOneAnswer() throws Exception {
    invite("ana@maple.example", "en");
    String replaced = link(mail(1));
    act("ana", "invite");
    String revoked = link(mail(2));
    act("ana", "revoke");
    act("ana", "invite");
    String expired = link(mail(3));
    database.write(
        h ->
            h.execute(
                "update invitation set invited_at = invited_at - interval '80 h', expires_at ="
                    + " expires_at - interval '80 h'"));
    String unknown = "/sign-in/invitation/" + InvitationLink.random().token();

    String answer = closed(unknown);

    assertThat(answer).startsWith("404").contains("Ask an administrator for a new invitation");
    for (String link : List.of(replaced, revoked, expired, "/sign-in/invitation/x")) {
      assertThat(closed(link)).as(link).isEqualTo(answer);
    }
    assertThat(brandt.get("/people/ana").asString()).contains("Invitation expired");
  }

  private static String closed(String link) {
    ConsoleResponse answer = new ConsoleBrowser().get(link);
    return answer.statusCode()
        + answer
            .asString()
            .replaceAll("(name=\"(form-token|back)\" value|data-now)=\"[^\"]*\"", "");
  }

  @Test
  void onlySomeInvitationsADayAndSomeAttemptsAnHourAreAllowed() {
    invite("ana@maple.example", "en");
    for (int i = 1; i < Invitations.MOST_A_DAY; i++) {
      assertThat(act("ana", "invite").statusCode()).isEqualTo(200);
    }
    ConsoleResponse sixth = act("ana", "invite");
    assertThat(sixth.statusCode()).isEqualTo(422);
    assertThat(sixth.asString()).contains("in the last 24 hours");

    ConsoleBrowser stranger = new ConsoleBrowser();
    for (int i = 0; i < InvitationThrottle.MOST_AN_HOUR; i++) {
      assertThat(stranger.get("/sign-in/invitation/x").statusCode()).isEqualTo(404);
    }
    assertThat(stranger.get("/sign-in/invitation/x").statusCode()).isEqualTo(429);
  }

  @Test
  void anInvitationWaitsForTheMailServerAndThePageSaysWhatIsWrong() throws Exception {
    mails.stop();
    invite("ana@maple.example", "en");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(brandt.get("/people/ana").asString())
                    .contains(
                        "The mail server does not respond. We will try again automatically."));

    mails = TestMailServer.on(port);
    database.write(h -> h.execute("update invitation set next_attempt_at = clock_timestamp()"));

    assertThat(new ConsoleBrowser().get(link(mail(1))).statusCode()).isEqualTo(200);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(brandt.get("/people/ana").asString())
                    .contains("Invited, expires")
                    .doesNotContain("does not answer"));
  }

  @Test
  void suspendingSomebodyClosesTheirInvitationsLink() throws Exception {
    invite("ana@maple.example", "en");
    String link = link(mail(1));
    act("ana", "suspend");

    assertThat(new ConsoleBrowser().get(link).statusCode()).isEqualTo(404);
    assertThat(accept(new ConsoleBrowser(), link, PASSWORD).statusCode()).isEqualTo(404);
  }

  @Test
  void somebodyWhoIsToldIsInvitedWithWhatIsKnown() {
    assertThat(brandt.get("/people/new?told=whitaker").asString())
        .contains("value=\"Dale Whitaker\"", "value=\"d.whitaker@maplevalley12.example\"")
        .contains("Sees only the cases of Birch Elementary School.");
  }

  @Test
  void aTakenAddressAndAWrongOneAreRefusedInTheForm() {
    invite("ana@maple.example", "en");

    ConsoleResponse again = invite("ANA@maple.example", "en");
    ConsoleResponse wrong = invite("no address", "en");

    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.asString()).contains("is already on the list", "value=\"Ana Ruiz\"");
    assertThat(wrong.statusCode()).isEqualTo(422);
  }

  private ConsoleResponse invite(String email, String language) {
    return brandt.post(
        "/people",
        Map.of(
            "displayName",
            "Ana Ruiz",
            "email",
            email,
            "language",
            language,
            "role",
            "moderator",
            "building",
            StaffSeed.OWN));
  }

  private ConsoleResponse act(String name, String act) {
    return brandt.post("/people/" + name, Map.of("act", act));
  }

  private static ConsoleResponse accept(ConsoleBrowser who, String link, String password) {
    return who.post(link, Map.of("next", password, "again", password));
  }

  private MimeMessage mail(int number) {
    await().atMost(SOON).until(() -> mails.getReceivedMessages().length >= number);
    return mails.getReceivedMessages()[number - 1];
  }

  private static String text(MimeMessage mail) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
  }

  private static String link(MimeMessage mail) throws Exception {
    Matcher link = LINK.matcher(text(mail));
    assertThat(link.find()).as(GreenMailUtil.getBody(mail)).isTrue();
    return link.group();
  }

  private List<String> audit() {
    return database.read(
        h ->
            h.select("select actor || ' ' || act || ' ' || target from audit")
                .mapTo(String.class)
                .list());
  }
}
