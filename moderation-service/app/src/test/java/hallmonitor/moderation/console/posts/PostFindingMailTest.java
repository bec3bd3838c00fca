package hallmonitor.moderation.console.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.testparts.TestMailServer;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account's administrator is told of findings in its posts, and not too often. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class PostFindingMailTest {
  @Inject ConsoleDatabase database;
  @Inject PostFindingPost post;

  @ConfigProperty(name = "hallmonitor.mail.port")
  int port;

  private GreenMail mails;

  @BeforeEach
  void start() {
    new Seed(database).nothing();
    PolicySeed.copyShippedFiles();
    mails = TestMailServer.on(port);
  }

  @AfterEach
  void stop() {
    mails.stop();
    database.write(h -> h.execute("truncate post_judgment, post_notice"));
  }

  private void found(String id, String state) {
    database.write(
        h ->
            h.execute(
                """
                insert into post_judgment (account, post_id, observed_at, building, clauses, findings, signs,
                  policy_version, model_version, judged_at, state, found_at)
                values ('practice', ?, now(), 'maple-high', '{4.2}', '[]', '{s}', 'p', 'm', now(), ?, clock_timestamp())
                """,
                id,
                state));
  }

  private void told() {
    await().atMost(Duration.ofMinutes(1)).until(() -> mails.getReceivedMessages().length > 0);
  }

  @Test
  void theAdministratorIsToldAtOnceWithoutAnyWordsOfThePost() throws MessagingException {
    found("7", "open");
    post.tellDue();
    told();

    assertThat(mails.getReceivedMessages()[0].getAllRecipients()[0].toString())
        .contains("p.novak@maplevalley12.example");
    assertThat(GreenMailUtil.getWholeMessage(mails.getReceivedMessages()[0]))
        .contains("Check your posts on", "/posts");
  }

  @Test
  void moreIsToldAnHourLaterAndTheSameIsNotToldAgain() {
    found("7", "open");
    post.tellDue();
    told();
    found("8", "open");
    post.tellDue();
    assertThat(mails.getReceivedMessages()).hasSize(1);

    database.write(
        h -> h.execute("update post_notice set told_at = now() - interval '61 minutes'"));
    post.tellDue();
    await().until(() -> mails.getReceivedMessages().length == 2);

    database.write(
        h -> {
          h.execute("update post_judgment set found_at = now() - interval '3 hours'");
          return h.execute("update post_notice set told_at = now() - interval '2 hours'");
        });
    post.tellDue();
    assertThat(mails.getReceivedMessages()).as("nothing new").hasSize(2);
  }

  @Test
  void whatIsMendedIsToldToNobody() {
    found("7", "mended");
    post.tellDue();

    assertThat(mails.getReceivedMessages()).isEmpty();
  }
}
