package hallmonitor.moderation.console.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.store.release.MediaReleaseList;
import hallmonitor.testparts.TestMailServer;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who keep the list are reminded before refusals end with the school year. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class RefusalReminderTest extends NovakAtWork {
  @Inject MediaReleaseList list;
  @Inject RefusalReminder reminder;
  @Inject PublishDesk desk;

  @ConfigProperty(name = "hallmonitor.mail.port")
  int port;

  private GreenMail mails;
  private LocalDate ends;

  @BeforeEach
  void someRefusalsEnd() {
    database.write(h -> h.execute("truncate withheld_student, media_release_reminder"));
    StaffSeed staff = new StaffSeed(database, seed);
    staff.person("keeper", "records-officer");
    staff.person("own", "records-officer", StaffSeed.OWN);
    staff.person("silent", "administrator");
    database.write(
        h ->
            h.execute(
                "update console_user set email = user_name || '@maplevalley12.example'"
                    + " where user_name in ('keeper', 'own', 'novak')"));
    ends = desk.schoolYear().last();
    list.add(
        List.of(
            new MediaReleaseList.NewStudent("Ana Ruiz", desk.today(), ends),
            new MediaReleaseList.NewStudent("Kai Ito", desk.today(), ends),
            new MediaReleaseList.NewStudent("Sam Lee", desk.today(), ends.plusYears(1))),
        "keeper");
    mails = TestMailServer.on(port);
  }

  @AfterEach
  void stop() {
    mails.stop();
  }

  @Test
  void eachIsRemindedOnceForAYear() throws MessagingException {
    reminder.remindDue(ends.minusDays(20));
    reminder.remindDue(ends.minusDays(19));

    assertThat(mails.getReceivedMessages()).hasSize(1);
    assertThat(mails.getReceivedMessages()[0].getAllRecipients()[0].toString())
        .contains("keeper@maplevalley12.example");
    String text = GreenMailUtil.getWholeMessage(mails.getReceivedMessages()[0]);
    assertThat(text).contains("2 refusals").contains("/media-release/list").doesNotContain("Ruiz");
  }

  @Test
  void nobodyIsRemindedLongBefore() {
    reminder.remindDue(ends.minusDays(90));

    assertThat(mails.getReceivedMessages()).isEmpty();
  }

  @Test
  void itWaitsForTheMailServer() {
    mails.stop();
    reminder.remindDue(ends.minusDays(20));
    mails = TestMailServer.on(port);

    reminder.remindDue(ends.minusDays(20));

    assertThat(mails.getReceivedMessages()).hasSize(1);
  }
}
