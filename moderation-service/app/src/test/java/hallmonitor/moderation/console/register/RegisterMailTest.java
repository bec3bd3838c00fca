package hallmonitor.moderation.console.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Person;
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
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests who is mailed of what the register lacks, and when. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class RegisterMailTest {
  /** Noon of the next Wednesday: on no quiet day, whenever the test runs. */
  private static final LocalDate WEDNESDAY =
      LocalDate.now(ZoneId.of("America/Chicago")).plusWeeks(1).with(java.time.DayOfWeek.WEDNESDAY);

  private static final String NOVAK = "p.novak@maplevalley12.example";
  private static final String OKAFOR = "n.okafor@maplevalley12.example";
  private static final String BRANDT = "e.brandt@maplevalley12.example";

  @Inject ConsoleDatabase database;
  @Inject RegisterPost post;

  @ConfigProperty(name = "hallmonitor.mail.port")
  int port;

  private RegisterSeed register;
  private GreenMail mails;

  @BeforeEach
  void start() {
    register = new RegisterSeed(database);
    register.nothing();
    mails = TestMailServer.on(port);
  }

  @AfterEach
  void stop() {
    mails.stop();
    register.nothing();
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(LocalTime.of(hour, 0)).atZone(ZoneId.of("America/Chicago")).toInstant();
  }

  private void told(LocalDate day) {
    post.tellDue(at(day, 12));
  }

  /** An account of a group that was first seen on a day. */
  private UUID since(LocalDate day) {
    UUID id = register.registered("Mavericks Band");
    filed(id, day);
    return id;
  }

  private void filed(UUID id, LocalDate day) {
    database.write(
        h ->
            h.createUpdate("update register_entry set filed_at = :at where entry_id = :id")
                .bind("at", at(day, 9).atOffset(java.time.ZoneOffset.UTC))
                .bind("id", id)
                .execute());
  }

  private List<String> recipients() throws Exception {
    return Arrays.stream(mails.getReceivedMessages()).map(RegisterMailTest::to).sorted().toList();
  }

  private static String to(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString().replaceAll(".*<|>.*", "");
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(String to) throws Exception {
    MimeMessage mail =
        Arrays.stream(mails.getReceivedMessages())
            .filter(m -> to(m).equals(to))
            .findFirst()
            .orElseThrow();
    return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
  }

  @Test
  void theAccountAdministratorIsToldOnTheNextDayWhatIsMissing() throws Exception {
    since(WEDNESDAY);
    told(WEDNESDAY);
    assertThat(recipients()).doesNotContain(NOVAK);

    told(WEDNESDAY.plusDays(1));

    assertThat(text(NOVAK))
        .contains("Mavericks Band: ", "Not on record: Disclaimer", "/register")
        .doesNotContain("Authorization");
    assertThat(text(OKAFOR)).contains("Not on record: Authorization").doesNotContain("Disclaimer");
  }

  @Test
  void whatThePageLacksIsToldToTheAccountAdministratorFromTheNextDayOn() throws Exception {
    UUID band = since(WEDNESDAY.minusDays(9));
    register.page(band, "practice", "Results.", at(WEDNESDAY, 8));
    told(WEDNESDAY);
    assertThat(text(NOVAK)).doesNotContain("The page lacks");
    mails.purgeEmailFromAllMailboxes();

    told(WEDNESDAY.plusDays(1));

    assertThat(text(NOVAK))
        .contains("The page lacks the district's disclaimer. Add it, word for word")
        .doesNotContain("Not on record: Disclaimer");
    assertThat(recipients()).doesNotContain(BRANDT);
  }

  @Test
  void theSameIsToldAgainAfterItsTimeAndNotBefore() throws Exception {
    since(WEDNESDAY.minusDays(1));
    told(WEDNESDAY);
    mails.purgeEmailFromAllMailboxes();

    told(WEDNESDAY.plusDays(1));
    assertThat(recipients()).isEmpty();

    told(WEDNESDAY.plusDays(7));
    assertThat(recipients()).contains(NOVAK);
  }

  @Test
  void whatIsNewIsToldOnTheNextDayAndOnlyOnceADay() throws Exception {
    UUID band = since(WEDNESDAY.minusDays(1));
    told(WEDNESDAY);
    mails.purgeEmailFromAllMailboxes();
    register.record(band, "disclaimer", false, 0);

    told(WEDNESDAY);
    assertThat(recipients()).isEmpty();

    told(WEDNESDAY.plusDays(1));
    assertThat(text(NOVAK)).contains("Found wrong on");
  }

  @Test
  void whatStaysOpenIsPassedOnToTheBuildingAndThenToTheTechnologyDirector() throws Exception {
    since(WEDNESDAY.minusDays(14));
    told(WEDNESDAY);
    assertThat(text(OKAFOR)).contains("Not on record: Disclaimer");
    assertThat(recipients()).doesNotContain(BRANDT);

    told(WEDNESDAY.plusDays(14));

    assertThat(text(BRANDT)).contains("Not on record: Disclaimer");
  }

  @Test
  void aRequestAndAReportAreToldAtOnceToWhoDecides() throws Exception {
    filed(
        register.entry(UUID.randomUUID(), "maple-high", "requested", "Mavericks Chess"), WEDNESDAY);
    filed(register.entry(UUID.randomUUID(), "", "reported", "Maple fans"), WEDNESDAY);

    told(WEDNESDAY);

    assertThat(text(OKAFOR)).contains("Mavericks Chess: Waits for a decision");
    assertThat(text(BRANDT)).contains("Maple fans: Reported, and no one has looked into it");
    assertThat(recipients()).doesNotContain(NOVAK);
  }

  @Test
  void nobodyIsDisturbedInQuietHours() throws Exception {
    since(WEDNESDAY.minusDays(1));

    post.tellDue(at(WEDNESDAY, 22));
    post.tellDue(at(WEDNESDAY.plusDays(3), 12));

    assertThat(recipients()).isEmpty();
  }

  @Test
  void itWaitsForTheMailServer() throws Exception {
    since(WEDNESDAY.minusDays(1));
    mails.stop();
    told(WEDNESDAY);

    mails = TestMailServer.on(port);
    told(WEDNESDAY);

    assertThat(recipients()).contains(NOVAK);
  }

  @Test
  void theMailIsInItsReadersLanguage() {
    Person ruiz = new Person("ruiz", "Ana Ruiz", "ana@maple.example", "es", List.of());

    assertThat(
            new RegisterLetter(
                    ruiz,
                    List.of(
                        new RegisterLetter.About("Mavericks", List.of(Sentence.of("No deputy")))),
                    7)
                .with("https://console.example/register"))
        .satisfies(
            letter -> {
              assertThat(letter.subject()).isEqualTo("Cuentas que lo necesitan: 1");
              assertThat(letter.lines()).contains("Mavericks: Sin suplente");
            });
  }
}
