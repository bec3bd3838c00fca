package hallmonitor.moderation.console.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.store.TwoPersons;
import hallmonitor.testparts.TestMailServer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Tests who learns that an account approved that someone else made or changed. */
@ConsoleTest
class ApprovalAlarmTest extends TwoPersonsTests {
  @Inject ApprovalAlarmPost post;

  @ConfigProperty(name = "hallmonitor.mail.port")
  int port;

  @Test
  void whatIsNotGraveIsOneAlarmForEachAccountAndWhatIsOneEachTime() {
    adds(brandt, "ruiz");
    for (String act : List.of("approve-reply", "block-approved", "approve-lift-hold")) {
      approves(act);
      approves(act);
    }
    assertThat(one("select string_agg(act, ' ' order by alarm_id) from approval_alarm"))
        .isEqualTo("approve-reply approve-lift-hold approve-lift-hold");
  }

  private void approves(String act) {
    database.write(
        h -> {
          TwoPersons.noteOrigin(h, "ruiz", act, "x");
          return true;
        });
  }

  @Test
  void anAlarmThatOnlyTheMakerCouldBeToldOfIsOnThePageOfApprovals() {
    change("update console_user set email = 'brandt@maple.example' where user_name = 'brandt'");
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    propose(haddad);

    assertThat(approve(ruiz).statusCode()).isEqualTo(303);

    assertThat(one("select count(*)::text from approval_alarm_told")).isEqualTo("0");
    assertThat(haddad.get("/proposals").asString())
        .contains("a hold is lifted", "Approved by an account that Elias Brandt made");
  }

  @Test
  void whereTheAccountComesFromIsShownBesideTheApprovalAndKept() {
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    propose(haddad);
    assertThat(ruiz.get("/records").asString()).contains("Account made by", "Approve: lift");

    assertThat(approve(ruiz).statusCode()).isEqualTo(303);

    assertThat(one("select detail from audit where act = 'approver-account' and actor = 'ruiz'"))
        .startsWith("made by brandt on 2");
    assertThat(haddad.get("/audit").asString())
        .contains("Approved with an account that someone else made or changed");
  }

  @Test
  void theOtherAdministratorsAreMailedOnceWhenANewAccountApproves() throws Exception {
    for (String name : List.of("brandt", "haddad", "lopez")) {
      change(
          "update console_user set email = ? where user_name = ?", name + "@maple.example", name);
    }
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    change("update console_user set email = 'ruiz@maple.example' where user_name = 'ruiz'");
    propose(haddad);
    assertThat(approve(ruiz).statusCode()).isEqualTo(303);
    GreenMail mails = TestMailServer.on(port);
    try {
      post.tellDue();
      await().atMost(Duration.ofMinutes(1)).until(() -> mails.getReceivedMessages().length == 3);
      post.tellDue();
      var told = mails.getReceivedMessages();
      assertThat(Arrays.stream(told).map(mail -> GreenMailUtil.getAddressList(recipients(mail))))
          .doesNotContain("ruiz@maple.example")
          .hasSize(3);
      assertThat(told[0].getSubject()).contains("ruiz approved with a new or changed account");
      assertThat(GreenMailUtil.getWholeMessage(told[0]))
          .contains("a hold is lifted", "/people/ruiz");
    } finally {
      mails.stop();
    }
  }

  private static jakarta.mail.Address[] recipients(jakarta.mail.internet.MimeMessage mail) {
    try {
      return mail.getAllRecipients();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
