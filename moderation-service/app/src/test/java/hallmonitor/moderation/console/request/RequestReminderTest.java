package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.testparts.TestMailServer;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who work on requests are told of new ones, of deadlines that come, and of late ones. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class RequestReminderTest extends RequestsAtWork {
  @Inject RequestReminder reminder;
  @Inject RequestOffice office;

  @ConfigProperty(name = "hallmonitor.mail.port")
  int port;

  private GreenMail mails;

  @BeforeEach
  void addresses() {
    database.write(
        h ->
            h.execute(
                "update console_user set email = user_name || '@maplevalley12.example'"
                    + " where user_name in ('vega', 'okoro', 'audra')"));
    start();
  }

  private void start() {
    mails = TestMailServer.on(port);
  }

  @AfterEach
  void stop() {
    mails.stop();
  }

  private List<String> told() {
    return mailed().stream().map(RequestReminderTest::line).toList();
  }

  /** Other rounds of the service send mail, too, such as about accounts. */
  private List<MimeMessage> mailed() {
    return Arrays.stream(mails.getReceivedMessages())
        .filter(mail -> !line(mail).contains("Accounts that need you"))
        .toList();
  }

  private static String line(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString().replaceAll(".*<|@.*", "")
          + ": "
          + mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private LocalDate due() {
    return LocalDate.parse(one("select due::text from records_request"));
  }

  @Test
  void allOfficersAreToldOnceOfANewRequestByTheForm() {
    received(filledIn());
    reminder.tellDue(today());
    reminder.tellDue(today());

    String number = "R-" + today().getYear() + "-0001";
    assertThat(told())
        .containsExactlyInAnyOrder(
            "vega: New request for records " + number, "okoro: New request for records " + number);
    assertThat(GreenMailUtil.getWholeMessage(mailed().get(0)))
        .contains("/requests/")
        .doesNotContain("Sam Ortiz", "school bus");
  }

  @Test
  void theOneWhoWorksOnItIsRemindedBeforeTheDeadlineAndAllOfficersOnEachBusinessDayAfterIt() {
    String path = entered(typed());
    officer.post(path + "/worker", Map.of("version", "0", "worker", "vega"));
    LocalDate due = due();
    LocalDate after = workday(due);

    reminder.tellDue(due.minusDays(8));
    assertThat(told()).as("long before").isEmpty();
    reminder.tellDue(due.minusDays(1));
    reminder.tellDue(due);
    assertThat(told()).singleElement().asString().startsWith("vega: ").contains("must be answered");
    reminder.tellDue(after);
    reminder.tellDue(after);
    assertThat(told())
        .hasSize(3)
        .anyMatch(mail -> mail.startsWith("vega: ") && mail.contains("is late"))
        .anyMatch(mail -> mail.startsWith("okoro: ") && mail.contains("is late"));

    move(officer, path, 1, "answered");
    reminder.tellDue(after.plusDays(7));
    assertThat(told()).as("answered").hasSize(3);
  }

  @Test
  void anExtendedDeadlineIsRemindedOfAgain() {
    String path = entered(typed());
    LocalDate first = due();
    reminder.tellDue(first);
    officer.post(path + "/extension", Map.of("version", "0", "reason", "examination"));
    reminder.tellDue(first.plusDays(1));
    assertThat(told()).as("not late").hasSize(2);

    reminder.tellDue(due());

    assertThat(told()).hasSize(4).allMatch(mail -> mail.contains("must be answered"));
  }

  @Test
  void aFloodOfRequestsIsOneMailToEachPerson() {
    received(filledIn("words", "The first"));
    reminder.tellDue(today());
    for (int i = 0; i < 4; i++) {
      received(filledIn("words", "Flood " + i));
    }
    reminder.tellDue(today());
    assertThat(told()).as("the others within the hour").hasSize(2);

    database.write(
        h -> h.execute("update records_request_letter set told_at = now() - interval '2 hours'"));
    reminder.tellDue(today());
    reminder.tellDue(today());
    assertThat(told())
        .hasSize(4)
        .contains("vega: 4 new requests for records", "okoro: 4 new requests for records");

    LocalDate late = workday(LocalDate.parse(one("select max(due)::text from records_request")));
    reminder.tellDue(late);
    reminder.tellDue(late);
    assertThat(told()).hasSize(6).contains("vega: 5 requests for records are late");
    assertThat(GreenMailUtil.getWholeMessage(mailed().get(5)))
        .contains("/requests?show=", "-0001", "-0005");
  }

  private LocalDate workday(LocalDate before) {
    return office.offices().after(before, 1);
  }

  @Test
  void anAnsweredRequestThatNobodyClosesIsRemindedOfEachMonth() {
    String path = entered(typed());
    move(officer, path, 0, "answered");
    LocalDate day = workday(today());
    reminder.tellDue(day);
    assertThat(told()).as("answered lately").isEmpty();

    database.write(
        h -> h.execute("update records_request set changed_at = changed_at - interval '40 days'"));
    reminder.tellDue(day);
    reminder.tellDue(day);
    assertThat(told()).hasSize(2).allMatch(mail -> mail.contains("is not closed"));
    reminder.tellDue(workday(day.plusMonths(1)));
    assertThat(told()).hasSize(4);

    move(officer, path, 1, "closed");
    reminder.tellDue(workday(day.plusMonths(2)));
    assertThat(told()).as("closed").hasSize(4);
  }

  @Test
  void itWaitsForTheMailServer() {
    entered(typed());
    mails.stop();
    reminder.tellDue(due());
    start();

    reminder.tellDue(due());

    assertThat(told()).hasSize(2);
  }
}
