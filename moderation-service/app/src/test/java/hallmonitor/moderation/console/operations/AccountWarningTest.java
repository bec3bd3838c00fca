package hallmonitor.moderation.console.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.AccountStatus.Allowance;
import hallmonitor.contract.event.AccountStatus.State;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.settings.district.District.Person;
import hallmonitor.testparts.TestMailServer;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that the person in charge of an account is told by mail that it runs low. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class AccountWarningTest {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String UNITS = "The day's units run low. Ask for more.";

  @Inject ConsoleDatabase database;
  @Inject AccountWarningPost post;

  @ConfigProperty(name = "hallmonitor.mail.port")
  int port;

  private GreenMail mails;

  @BeforeEach
  void start() {
    new Seed(database).nothing();
    PolicySeed.copyShippedFiles();
    forget();
    mails = TestMailServer.on(port);
  }

  @AfterEach
  void stop() {
    mails.stop();
    forget();
  }

  private void forget() {
    database.write(h -> h.execute("truncate account_status, account_warning"));
  }

  private void reports(State state, String fault, Optional<Allowance> allowance) {
    AccountStatus status =
        new AccountStatus(
            "practice",
            "wordpress",
            "Practice page",
            state,
            List.of("hide"),
            Optional.of(Instant.now()),
            Optional.empty(),
            0,
            0.1,
            0,
            Optional.empty(),
            Optional.of(fault).filter(words -> !words.isEmpty()),
            Instant.now(),
            Optional.empty(),
            List.of(),
            allowance,
            Optional.empty(),
            Optional.empty());
    ReportedStatus.put(database, status);
  }

  private static Optional<Allowance> enoughFor(long hides) {
    return Optional.of(new Allowance(hides, Instant.now().plus(Duration.ofHours(3))));
  }

  private MimeMessage mail() {
    await().atMost(SOON).until(() -> !warnings().isEmpty());
    return warnings().get(0);
  }

  /** Leaves out what the service says of itself. */
  private List<MimeMessage> warnings() {
    return Stream.of(mails.getReceivedMessages()).filter(AccountWarningTest::isWarning).toList();
  }

  private static boolean isWarning(MimeMessage mail) {
    try {
      return mail.getSubject().startsWith("Running low: ");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MimeMessage mail) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
  }

  @Test
  void itsAdministratorIsToldForHowManyHidesItIsEnoughAndWhatToDo() throws Exception {
    reports(State.CONNECTED, UNITS, enoughFor(37));

    MimeMessage mail = mail();

    assertThat(mail.getSubject()).startsWith("Running low: ");
    assertThat(mail.getAllRecipients()[0].toString()).contains("p.novak@maplevalley12.example");
    assertThat(text(mail))
        .contains("is enough for 37 more hides until", UNITS, "/accounts#account-practice");
  }

  @Test
  void itIsToldOnceForAnAllowanceAndAgainForTheNext() {
    reports(State.CONNECTED, UNITS, enoughFor(37));
    post.tellDue();
    reports(State.CONNECTED, UNITS, enoughFor(12));
    post.tellDue();
    assertThat(warnings()).hasSize(1);

    database.write(h -> h.execute("update account_warning set counted_until = now()"));
    post.tellDue();

    assertThat(warnings()).hasSize(2);
  }

  @Test
  void whereNothingSaysHowLongItLastsItIsToldOnceADay() {
    reports(State.CONNECTED, UNITS, Optional.empty());
    post.tellDue();
    post.tellDue();
    assertThat(warnings()).hasSize(1);

    database.write(h -> h.execute("update account_warning set told_at = now() - interval '1 day'"));
    post.tellDue();

    assertThat(warnings()).hasSize(2);
  }

  @Test
  void nobodyIsToldOfAnAccountThatDoesWellOrThatIsDownAlready() {
    reports(State.CONNECTED, "", enoughFor(196));
    post.tellDue();
    reports(State.THROTTLED, "Nothing is left.", enoughFor(0));
    post.tellDue();

    assertThat(warnings()).isEmpty();
  }

  @Test
  void anAllowanceThatIsOverIsToldToNobody() {
    reports(State.CONNECTED, UNITS, Optional.of(new Allowance(3, Instant.now())));
    post.tellDue();

    assertThat(warnings()).isEmpty();
  }

  @Test
  void itWaitsForTheMailServer() {
    mails.stop();
    reports(State.CONNECTED, UNITS, enoughFor(37));
    post.tellDue();

    mails = TestMailServer.on(port);
    post.tellDue();

    assertThat(mail()).isNotNull();
  }

  @Test
  void theMailIsInItsReadersLanguage() {
    Person ruiz = new Person("ruiz", "Ana Ruiz", "ana@maple.example", "es", List.of());
    Allowance left = new Allowance(37, Instant.parse("2026-11-25T08:00:01Z"));

    assertThat(
            new AccountWarningLetter(ruiz, "Maple Valley", Optional.of(left), UNITS)
                .with("https://console.example/accounts", ZoneId.of("America/Chicago")))
        .satisfies(
            letter -> {
              assertThat(letter.subject()).isEqualTo("Queda poco margen: Maple Valley");
              assertThat(letter.lines().get(1))
                  .startsWith("Lo que la plataforma le permite a Maple Valley alcanza para 37")
                  .contains("25 de noviembre, 2:00");
            });
  }
}
