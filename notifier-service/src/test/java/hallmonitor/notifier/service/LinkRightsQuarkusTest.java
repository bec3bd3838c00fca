package hallmonitor.notifier.service;

import static hallmonitor.notifier.EscalationBuilder.anEscalation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import hallmonitor.notifier.Districts;
import hallmonitor.testparts.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that a link keeps no right that its person lost, and tells them who else used it. */
@QuarkusTest
@Tag("quarkus")
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "notifier"))
@QuarkusTestResource(ServiceFiles.class)
class LinkRightsQuarkusTest extends AnswerPageTests {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String OTHER_BROWSER = "Your link was used in another browser";

  GreenMail mails;

  @AfterEach
  void districtAsBefore() throws IOException {
    district(Districts.text());
  }

  private void district(String text) throws IOException {
    var draft = Files.writeString(settings.configDir().resolve("district.new"), text);
    Files.move(
        draft, settings.configDir().resolve("district.yaml"), StandardCopyOption.REPLACE_EXISTING);
  }

  private long told(UUID escalation) {
    String caseId = caseOf(escalation);
    return Arrays.stream(mails.getReceivedMessages())
        .filter(mail -> GreenMailUtil.getWholeMessage(mail).contains(caseId))
        .filter(mail -> subject(mail).equals(OTHER_BROWSER))
        .count();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoChangedSchoolsSeesNothingAnswersNothingAndReadsWhereToTurn() throws IOException {
    UUID escalation = escalated(anEscalation().saying("a word of the past"));
    String link = link(escalation, "osei");
    assertThat(get(link).statusCode()).isEqualTo(200);

    district(
        Districts.text()
            .replace("principal, building: cedar-high", "principal, building: OTHER")
            .replace("principal, building: fern-elementary", "principal, building: cedar-high")
            .replace("building: OTHER", "building: fern-elementary"));

    await().atMost(SOON).until(() -> get(link).statusCode() == 403);
    assertThat(get(link).body().asString())
        .contains("You no longer hold the role or the school", "Jin Park")
        .doesNotContain("a word of the past");
    assertThat(post(link, "acknowledge", "", "").statusCode()).isEqualTo(403);
    assertThat(look(link, caseOf(escalation)).body().asString())
        .doesNotContain("a word of the past");
    assertThat(state(escalation)).isEqualTo("waiting");

    district(Districts.text());
    await().atMost(SOON).until(() -> get(link).statusCode() == 200);
  }

  @Test
  void whoHoldsAnotherRoleInTheSameSchoolIsNotThePersonItWasSentTo() throws IOException {
    UUID escalation = escalated(anEscalation());
    String link = link(escalation, "osei");

    district(
        Districts.text()
            .replace(
                "{ role: principal, building: cedar-high }",
                "{ role: account-administrator, building: cedar-high }"));

    await().atMost(SOON).until(() -> get(link).statusCode() == 403);
    assertThat(get(link).body().asString()).contains("These people are asked now: Ruth Stone");
  }

  @Test
  void aLinkClosesACommentOfImmediateDangerOnceAndANewerOneAgain() {
    UUID escalation = escalated(anEscalation().under("closed twice"));
    String caseId = caseOf(escalation);
    joined(anEscalation().under("closed twice"));
    String link = link(escalation, "osei");
    Response look = look(link, caseId);
    assertThat(post(link, look, caseId, "false-alarm", "A song.").statusCode()).isEqualTo(303);

    joined(anEscalation().under("closed twice").ofCase(UUID.fromString(caseId)).saying("edited"));
    look = look(link, caseId);
    Response again = post(link, look, caseId, "false-alarm", "A song.");

    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body().asString()).contains("This link has closed this comment before");
    String newer = base + tokens().token(escalation, "osei", Instant.now().plusSeconds(60));
    look = look(newer, caseId);
    assertThat(post(newer, look, caseId, "false-alarm", "A song.").statusCode()).isEqualTo(303);
  }

  @Test
  void aLinkThatIsUsedInAnotherBrowserTellsItsPersonOnce() {
    UUID escalation = escalated(anEscalation());
    String link = link(escalation, "osei");
    Response mine = look(link, caseOf(escalation));
    post(link, mine, caseOf(escalation), "acknowledge", "");
    assertThat(texts("select 'x' from link_use where conversation_id = :id", escalation))
        .as("one browser")
        .hasSize(1);

    Response other = look(link, caseOf(escalation));
    post(link, other, caseOf(escalation), "acknowledge", "");

    await().atMost(SOON).until(() -> told(escalation) == 1);
    assertThat(
            texts(
                "select 'x' from link_use where tell_at is not null and conversation_id = :id",
                escalation))
        .isEqualTo(List.of());
  }

  @Test
  void fiftyPostsWithoutCookiesAreOneMailAndTwentyRows() {
    UUID escalation = escalated(anEscalation());
    String link = link(escalation, "osei");

    for (int n = 0; n < 50; n++) {
      assertThat(look(link, caseOf(escalation)).statusCode()).isEqualTo(200);
    }

    await().atMost(SOON).until(() -> told(escalation) == 1);
    assertThat(texts("select 'x' from link_use where conversation_id = :id", escalation))
        .hasSize(20);
    assertThat(texts("select 'x' from link_use where tells and conversation_id = :id", escalation))
        .hasSize(1);
  }

  @Test
  void aLinkThatNobodyCanUseAnyMoreLeavesNoRow() {
    UUID old = escalated(anEscalation());
    look(link(old, "osei"), caseOf(old));
    Jdbi.create(dataSource)
        .useHandle(
            h ->
                h.execute(
                    "update link_use set used_at = now() - interval '8 days'"
                        + " where conversation_id = ?",
                    old));

    UUID escalation = escalated(anEscalation());
    look(link(escalation, "osei"), caseOf(escalation));

    assertThat(texts("select 'x' from link_use where conversation_id = :id", old)).isEmpty();
  }
}
