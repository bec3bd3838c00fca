package hallmonitor.moderation.console.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.store.guidance.GuidanceTexts;
import hallmonitor.testparts.TestMailServer;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that the staff reads the guidelines and attests, and that it is seen who has not. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class GuidanceTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final String SAM = "sam.lee@example.org";

  /** Noon of the next Wednesday: on no quiet day, whenever the test runs. */
  private static final Instant WEDNESDAY =
      LocalDate.now(CHICAGO)
          .plusWeeks(1)
          .with(java.time.DayOfWeek.WEDNESDAY)
          .atTime(LocalTime.NOON)
          .atZone(CHICAGO)
          .toInstant();

  @Inject ConsoleDatabase database;
  @Inject GuidanceTexts texts;
  @Inject AttestationPost post;

  @ConfigProperty(name = "hallmonitor.mail.port")
  int port;

  private Seed seed;
  private ConsoleBrowser novak;
  private ConsoleBrowser brandt;
  private GreenMail mails;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    nothingYet();
    seed.person("novak", "moderator", false);
    seed.person("brandt", "administrator", false);
    novak = ConsoleBrowser.signedIn("novak");
    brandt = ConsoleBrowser.signedIn("brandt");
    mails = TestMailServer.on(port);
  }

  @AfterEach
  void stop() {
    mails.stop();
    nothingYet();
  }

  private void nothingYet() {
    database.write(
        h ->
            h.execute(
                "truncate attestation, guidance_version, staff_member, attestation_round,"
                    + " attestation_letter"));
  }

  private long version() {
    return texts.current().version();
  }

  private ConsoleResponse attest(ConsoleBrowser by, long version) {
    return by.post("/guidance/attestation", Map.of("version", version));
  }

  private void staff(String... lines) {
    assertThat(
            brandt.post("/guidance/staff", Map.of("people", String.join("\n", lines))).statusCode())
        .isEqualTo(303);
  }

  private void asked() {
    LocalDate due = LocalDate.now(CHICAGO).plusDays(1);
    assertThat(brandt.post("/guidance/staff/round", Map.of("due", due)).statusCode())
        .isEqualTo(303);
  }

  private String mailTo(String email) throws Exception {
    List<MimeMessage> told =
        Arrays.stream(mails.getReceivedMessages()).filter(m -> isTo(m, email)).toList();
    assertThat(told).hasSize(1);
    return ((MimeMultipart) told.get(0).getContent()).getBodyPart(0).getContent().toString();
  }

  private static boolean isTo(MimeMessage mail, String email) {
    try {
      return mail.getAllRecipients()[0].toString().contains(email);
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String link(String mail) {
    Matcher found = Pattern.compile("/guidelines/[0-9a-f-]+\\.[0-9a-f]+").matcher(mail);
    assertThat(found.find()).isTrue();
    return found.group();
  }

  @Test
  void theShippedTextIsThereInBothLanguagesAndSaysThatNobodyWatchesPrivateAccounts() {
    assertThat(novak.get("/guidance").asString())
        .contains("Your personal use of social media", "not those of my employer")
        .contains("No one watches private accounts.", "Do not add students as friends");
    assertThat(texts.current().spanish()).contains("Las opiniones en esta página son mías");
  }

  @Test
  void anAdministratorPublishesAndOlderVersionsStay() {
    long first = version();
    Map<String, String> form =
        Map.of("english", "## New\n\n<i>raw</i>", "spanish", "## Nuevo", "act", "publish");

    assertThat(brandt.post("/guidance/edit", form).statusCode()).isEqualTo(303);

    assertThat(novak.get("/guidance").asString()).contains("New</h3>", "&lt;i&gt;raw");
    assertThat(novak.get("/guidance/versions/" + first).asString())
        .contains("Your personal use of social media", "This is an older version.");
    assertThat(brandt.post("/guidance/edit", Map.of("english", "x", "act", "publish")).asString())
        .contains("both languages");
  }

  @Test
  void whoeverIsSignedInAttestsToTheVersionThatTheyRead() {
    long first = version();
    assertThat(attest(novak, first).statusCode()).isEqualTo(303);
    assertThat(novak.get("/guidance").asString()).contains("You have attested to this version");

    texts.publish("New", "Nuevo", "brandt");
    assertThat(attest(novak, first).asString()).contains("changed while you read them");
    assertThat(novak.get("/guidance").asString()).contains("an earlier version");
  }

  @Test
  void theListSaysByBuildingWhoHasNot() {
    staff("maple-high,Sam Lee," + SAM, "birch-elementary,Kim Ito,kim.ito@example.org");
    new StaffSeed(database, seed).person("whitaker", "building-administrator", "maple-high");

    assertThat(brandt.get("/guidance/staff").asString()).contains("Sam Lee", "Kim Ito", "novak");
    String principals = ConsoleBrowser.signedIn("whitaker").get("/guidance/staff").asString();
    assertThat(principals).contains("Sam Lee").doesNotContain("Kim Ito");
    assertThat(brandt.get("/guidance/staff/staff.csv").asString()).contains("\"Sam Lee\"", SAM);
  }

  @Test
  void nobodyIsMailedBeforeAnAdministratorAsks() {
    staff("maple-high,Sam Lee," + SAM);
    post.tellDue(WEDNESDAY);
    assertThat(mails.getReceivedMessages()).isEmpty();
  }

  @Test
  void whoHasNoAccessToTheConsoleAttestsByTheirOwnLink() throws Exception {
    staff("maple-high,Sam Lee," + SAM + ",es");
    asked();
    post.tellDue(WEDNESDAY);
    post.tellDue(WEDNESDAY);
    String mail = mailTo(SAM);
    assertThat(mail).contains("Nadie vigila sus cuentas privadas");

    ConsoleBrowser outside = new ConsoleBrowser();
    String link = link(mail);
    assertThat(outside.get(link + "?lang=en").asString())
        .contains("Sam Lee", "Your personal use of social media");
    assertThat(outside.postWithoutToken(link, Map.of("version", version())).statusCode())
        .isEqualTo(200);

    assertThat(outside.get(link + "?lang=en").asString()).contains("You have attested");
    assertThat(brandt.get("/guidance/staff").asString())
        .containsPattern("Attested</summary>(?s:.*)Sam Lee");
    assertThat(outside.get(link.substring(0, link.length() - 1) + "z").statusCode()).isEqualTo(404);
  }

  @Test
  void aLinkEndsWhenItsPersonLeaves() throws Exception {
    staff("maple-high,Sam Lee," + SAM);
    asked();
    post.tellDue(WEDNESDAY);
    String link = link(mailTo(SAM));
    String id = link.substring("/guidelines/".length(), link.indexOf('.'));

    brandt.post("/guidance/staff/" + id + "/removal", Map.of());

    assertThat(new ConsoleBrowser().get(link + "?lang=en").asString())
        .contains("This link does not work");
  }

  @Test
  void whoHasNotAttestedIsRemindedAfterAWeekAndWhoHasIsNot() {
    staff("maple-high,Sam Lee," + SAM, "maple-high,Kim Ito,kim.ito@example.org");
    asked();
    post.tellDue(WEDNESDAY);
    database.write(
        h -> {
          h.execute(
              """
              insert into attestation (person, school_year, version, name, building, way)
              select ?, school_year, ?, 'Sam Lee', 'maple-high', 'link' from attestation_round
              """,
              SAM,
              version());
          return h.execute("update attestation_letter set told_at = now() - interval '8 days'");
        });

    post.tellDue(WEDNESDAY);

    assertThat(mailsTo(SAM)).isEqualTo(1);
    assertThat(mailsTo("kim.ito@example.org")).isEqualTo(2);
  }

  private long mailsTo(String email) {
    return Arrays.stream(mails.getReceivedMessages()).filter(m -> isTo(m, email)).count();
  }
}
