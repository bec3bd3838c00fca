package hallmonitor.moderation.console.objections;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.settings.district.District.Person;
import hallmonitor.testparts.TestMailServer;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests who is mailed what is to do about blocks, and when. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class BlockTaskMailTest extends BlockingConsole {
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");

  /** On no quiet day, whenever the test runs. */
  private static final LocalDate WEDNESDAY =
      LocalDate.now(ZONE).plusWeeks(1).with(DayOfWeek.WEDNESDAY);

  @Inject BlockTaskPost post;

  @ConfigProperty(name = "hallmonitor.mail.port")
  int port;

  private GreenMail mails;

  @BeforeEach
  void twoBlocksMadeByHand() {
    objections.write("truncate task_letter");
    objections.blockedByHand(new UUID(1, 1), "id:robin");
    objections.blockedByHand(new UUID(1, 2), "id:sam");
    mails = TestMailServer.on(port);
  }

  @AfterEach
  void stop() {
    mails.stop();
    objections.write("truncate hand_block, hand_block_appeal, task_letter");
  }

  private void told(LocalDate day, int hour) {
    Instant at = day.atTime(hour, 0).atZone(ZONE).toInstant();
    post.tellDue(at);
  }

  private List<MimeMessage> received() {
    return Arrays.asList(mails.getReceivedMessages());
  }

  private String text() throws Exception {
    MimeMultipart parts = (MimeMultipart) received().get(0).getContent();
    return parts.getBodyPart(0).getContent().toString();
  }

  @Test
  void allBlocksOfAnAccountAreToldInOneMailWithoutAName() throws Exception {
    objections.platformCan("hide", "restore");
    approve(brandt, proposed());
    told(WEDNESDAY, 12);

    assertThat(received()).hasSize(1);
    assertThat(received().get(0).getAllRecipients()[0].toString())
        .contains("p.novak@maplevalley12.example");
    assertThat(text())
        .contains("made by hand, without a reason: 2", "to carry out on the platform: 1")
        .contains("/blocks?show=tasks")
        .doesNotContain("Robin", "Dana");
  }

  @Test
  void whatIsNewIsToldADayLaterAndWhatStaysAWeekLater() throws Exception {
    told(WEDNESDAY, 12);
    told(WEDNESDAY.plusDays(1), 12);
    assertThat(received()).as("nothing new").hasSize(1);

    objections.write(
        """
        update hand_block set taken_back_by = 'brandt', taken_back_at = now(), taken_back_why = 'On appeal.'
        where author_key = 'id:sam'
        """);
    mails.purgeEmailFromAllMailboxes();
    told(WEDNESDAY.plusDays(1), 13);
    assertThat(text()).contains("without a reason: 1; to lift on the platform: 1");

    mails.purgeEmailFromAllMailboxes();
    told(WEDNESDAY.plusDays(7), 12);
    assertThat(received()).isEmpty();
    told(WEDNESDAY.plusDays(8), 14);
    assertThat(received()).hasSize(1);
  }

  @Test
  void blocksFromBeforeTheAccountWasConnectedAreOneTask() throws Exception {
    objections.write("update hand_block set at_start = true");
    told(WEDNESDAY, 12);

    assertThat(received().get(0).getSubject()).isEqualTo("Blocks that need you: 1");
    assertThat(text()).contains("blocks from before the account was connected: look through them");
  }

  @Test
  void nobodyIsDisturbedAtNightOrForNothing() {
    told(WEDNESDAY, 23);
    objections.write("update hand_block set gone_at = now()");
    told(WEDNESDAY, 12);

    assertThat(received()).isEmpty();
  }

  @Test
  void theMailIsInItsReadersLanguage() {
    Person ruiz = new Person("ruiz", "Ana Ruiz", "ana@maple.example", "es", List.of());
    BlockTaskLetter letter =
        new BlockTaskLetter(
            ruiz, List.of(new BlockTaskLetter.About("Mavericks", Map.of("explain", 2L))), 7);

    assertThat(letter.with("https://console.example/blocks"))
        .satisfies(
            mail -> {
              assertThat(mail.subject()).isEqualTo("Bloqueos que lo necesitan: 2");
              assertThat(mail.lines()).contains("Mavericks: hechos a mano, sin motivo: 2");
            });
  }
}
