package hallmonitor.moderation.console.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.testparts.TestMailServer;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may approve a planned post is told, and its author when someone answered. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class PlannedPostMailTest extends NovakAtWork {
  @Inject PlannedPostMail mail;

  @ConfigProperty(name = "hallmonitor.mail.port")
  int port;

  private GreenMail mails;

  @BeforeEach
  void start() {
    PolicySeed.copyShippedFiles();
    database.write(
        h ->
            h.execute(
                "update console_user set email = 'petra@maplevalley12.example' where user_name = 'novak'"));
    mails = TestMailServer.on(port);
  }

  @AfterEach
  void stop() {
    mails.stop();
  }

  private void planned(String state, String toTell) {
    database.write(
        h ->
            h.execute(
                """
                insert into planned_post (id, account, building, title, body, pictures, checked_by, state, author, to_tell)
                values (gen_random_uuid(), 'practice', 'maple-high', 'News', 'Bring your ballot.', 'none', '', ?, 'novak', ?)
                """,
                state,
                toTell));
  }

  private MimeMessage told() {
    mail.tellDue();
    await().atMost(Duration.ofMinutes(1)).until(() -> mails.getReceivedMessages().length > 0);
    return mails.getReceivedMessages()[0];
  }

  @Test
  void thoseWhoMayApproveAreAskedWithoutTheWords() throws Exception {
    planned("asked", "approvers");

    MimeMessage message = told();

    assertThat(message.getAllRecipients()[0].toString()).contains("haddad");
    assertThat(GreenMailUtil.getWholeMessage(message))
        .contains("/planned-posts/")
        .doesNotContain("ballot");
  }

  @Test
  void theAuthorHearsTheAnswerOnce() throws Exception {
    planned("approved", "author");

    assertThat(told().getAllRecipients()[0].toString()).contains("petra@maplevalley12.example");
    mail.tellDue();
    assertThat(mails.getReceivedMessages()).hasSize(1);
  }
}
