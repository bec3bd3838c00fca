package hallmonitor.moderation.console.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.testparts.TestMailServer;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets a mail from this service when the notifier is silent, and what its pages show. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class ServiceTroublePostTest extends NovakAtWork {
  private static final String TITLE = "Nobody is notified: that service has stopped";
  private static final Map<String, Optional<String>> SILENT =
      Map.of("silent/notifier", Optional.of("It gives no sign of life."));
  private static final Map<String, Optional<String>> WELL =
      Map.of("silent/notifier", Optional.empty());

  @Inject ServiceTroublePost post;

  @ConfigProperty(name = "hallmonitor.mail.port")
  int port;

  /** As exact as the database: it would round up, and end everything a moment later. */
  private final Instant began = Instant.now().truncatedTo(ChronoUnit.MICROS);

  private GreenMail mails;

  @BeforeEach
  void start() {
    nothing();
    mails = TestMailServer.on(port);
    people();
  }

  @AfterEach
  void stop() {
    mails.stop();
    nothing();
    post.look(Map.of(), Instant.now());
  }

  private void people() {
    new StaffSeed(database, seed).oneOfEach();
  }

  private void nothing() {
    database.write(
        h -> {
          h.execute("delete from service_trouble_told");
          h.execute("delete from planned_stop");
          return h.execute("delete from service_trouble");
        });
  }

  @Test
  void aSilentNotifierIsMailedOnceRemindedAndItsReturnIsMailed() {
    post.look(SILENT, began);
    post.look(SILENT, began.plusSeconds(60));
    assertThat(subjects()).containsExactly(TITLE);

    post.look(SILENT, began.plus(Duration.ofMinutes(31)));
    post.look(Map.of(), began.plus(Duration.ofMinutes(32)));
    assertThat(subjects()).containsExactly(TITLE, "Reminder: " + TITLE);

    post.look(WELL, began.plus(Duration.ofMinutes(33)));
    post.look(WELL, began.plus(Duration.ofMinutes(42)));
    assertThat(subjects()).containsExactly(TITLE, "Reminder: " + TITLE);
    post.look(WELL, began.plus(Duration.ofMinutes(43)));
    post.look(WELL, began.plus(Duration.ofMinutes(44)));
    assertThat(subjects()).containsExactly(TITLE, "Reminder: " + TITLE, "Works again: " + TITLE);
  }

  @Test
  void oneThatComesAndGoesWithinMinutesIsMailedOnce() {
    for (int minute = 0; minute < 20; minute += 4) {
      post.look(SILENT, began.plus(Duration.ofMinutes(minute)));
      post.look(WELL, began.plus(Duration.ofMinutes(minute + 2)));
    }
    assertThat(subjects()).containsExactly(TITLE);

    post.look(WELL, began.plus(Duration.ofMinutes(40)));
    assertThat(subjects()).containsExactly(TITLE, "Works again: " + TITLE);
  }

  @Test
  void whoWasToldThatItWorksAgainIsToldAtOnceThatItDoesNot() {
    post.look(SILENT, began);
    post.look(WELL, began.plus(Duration.ofMinutes(2)));
    post.look(WELL, began.plus(Duration.ofMinutes(12)));
    post.look(SILENT, began.plus(Duration.ofMinutes(40)));
    post.look(SILENT, began.plus(Duration.ofMinutes(41)));
    assertThat(subjects()).containsExactly(TITLE, "Works again: " + TITLE, "Reminder: " + TITLE);

    post.look(WELL, began.plus(Duration.ofMinutes(42)));
    post.look(WELL, began.plus(Duration.ofMinutes(52)));
    assertThat(subjects()).hasSize(4).last().isEqualTo("Works again: " + TITLE);
  }

  @Test
  void whatTheMailServerDoesNotTakeIsMailedLater() {
    mails.stop();
    post.look(SILENT, began);
    mails = TestMailServer.on(port);
    post.look(SILENT, began.plusSeconds(5));

    assertThat(subjects()).containsExactly(TITLE);
  }

  @Test
  void everyPageShowsItWithWhatToDoInBothLanguages() {
    post.look(SILENT, began);

    for (String who : List.of("moderator", "principal", "administrator")) {
      String page = ConsoleBrowser.signedIn(who).get("/guidance").asString();
      assertThat(page).contains(TITLE, "call the people in the open escalations", "/troubles");
    }
    assertThat(
            ConsoleBrowser.signedIn("moderator")
                .get("/guidance", "Accept-Language", "es")
                .asString())
        .contains("No se avisa a nadie: ese servicio se detuvo");
  }

  @Test
  void anAdministratorAnnouncesAStopAndEndsIt() {
    ConsoleBrowser administrator = ConsoleBrowser.signedIn("administrator");
    administrator.post("/troubles/planned-stop", Map.of("minutes", "60"));
    assertThat(administrator.get("/troubles").asString()).contains("A stop is announced until");

    administrator.post("/troubles/planned-stop", Map.of("minutes", "0"));
    assertThat(administrator.get("/troubles").asString()).contains("Announce a stop");
    assertThat(administrator.post("/troubles/planned-stop", Map.of("minutes", "9999")).statusCode())
        .isEqualTo(400);
  }

  private List<String> subjects() {
    return Arrays.stream(mails.getReceivedMessages()).map(ServiceTroublePostTest::subject).toList();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
