package hallmonitor.moderation.console.objections;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.ObjectionSeed;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.release.MediaReleaseList;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies in a person's own words: judged like a comment, and by a second person if need be. */
@ConsoleTest
class OwnRepliesTest {
  private static final String KIND = "Thank you for asking. The office opens at eight on Monday.";
  private static final String DOUBTFUL = "You are a pathetic little liar and everybody knows it.";
  private static final String PROFANE = "Shut the fuck up.";

  @Inject ConsoleDatabase database;
  @Inject MediaReleaseList list;
  @Inject LiveRules rules;

  private Seed seed;
  private ObjectionSeed objections;
  private ConsoleBrowser novak;
  private ConsoleBrowser brandt;
  private ConsoleBrowser lopez;
  private UUID id;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    database.write(h -> h.execute("truncate withheld_student"));
    rules.refresh();
    objections = new ObjectionSeed(database);
    seed.person("novak", "moderator", false);
    seed.person("brandt", "administrator", false);
    seed.person("lopez", "administrator", false);
    novak = ConsoleBrowser.signedIn("novak");
    brandt = ConsoleBrowser.signedIn("brandt");
    lopez = ConsoleBrowser.signedIn("lopez");
    objections.platformCan("hide", "restore", "delete", "reply");
    id = seed.aCase("1").saying("When does the office open?").judged("review", "2.3").there();
  }

  private ConsoleResponse check(String text) {
    return brandt.post("/cases/" + id + "/reply/words", Map.of("language", "en", "text", text));
  }

  private ConsoleResponse send(String text, String reason) {
    return brandt.post(
        "/cases/" + id + "/reply",
        Map.of("template", "", "language", "en", "seen", text, "reason", reason));
  }

  private List<ActionOrdered> ordered() {
    return seed.outgoing().stream()
        .filter(json -> json.contains("\"action\":\"REPLY\""))
        .map(json -> EventJson.read(json.getBytes(StandardCharsets.UTF_8), ActionOrdered.class))
        .toList();
  }

  private String waiting() {
    Matcher link =
        Pattern.compile("/cases/" + id + "/proposed-reply/([0-9a-f-]{36})")
            .matcher(brandt.get("/cases/" + id).asString());
    assertThat(link.find()).isTrue();
    return link.group();
  }

  @Test
  void whatThePolicyHasNothingAgainstGoesOutOnceAsItWasShown() {
    assertThat(brandt.get("/cases/" + id).asString()).contains("Reply in your own words");
    assertThat(check(KIND).asString()).contains("The policy has no objection.", "Post reply");
    assertThat(ordered()).as("nothing goes out by checking").isEmpty();

    assertThat(send(KIND, "").statusCode()).isEqualTo(303);
    assertThat(send(KIND, "").asString()).contains("already sent or proposed for this case");

    assertThat(ordered())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.reply()).contains(KIND);
              assertThat(order.orderedBy()).isEqualTo("brandt");
            });
    assertThat(brandt.get("/cases/" + id).asString()).contains("In own words.", "Being posted");
    assertThat(send("Another answer, to the second question.", "").statusCode()).isEqualTo(303);
    assertThat(ordered()).as("a conversation may go on").hasSize(2);
  }

  @Test
  void whatThePolicyWouldHideNeverGoesOut() {
    assertThat(check(PROFANE).asString())
        .contains("It can't go out", "1.1")
        .doesNotContain("Post reply", "Propose reply");
    assertThat(send(PROFANE, "Please.").asString())
        .contains("the policy would hide such a comment");
    assertThat(ordered()).isEmpty();
    assertThat(objections.rows("select text from case_reply")).isEmpty();
  }

  @Test
  void aStudentOnTheMediaReleaseListIsNeverNamed() {
    LocalDate today = LocalDate.now();
    list.add(
        List.of(new MediaReleaseList.NewStudent("Ana Ruiz", today.minusDays(9), today.plusDays(9))),
        "brandt");
    rules.refresh();
    String named = "Thank you, Ana Ruiz did it well.";

    assertThat(check(named).asString())
        .contains("It can't go out")
        .doesNotContain("Post reply", "Propose reply");
    assertThat(send(named, "Her family will be glad.").asString())
        .contains("a student on the media-release list. Nothing was sent.");
    assertThat(objections.rows("select text from case_reply")).isEmpty();
  }

  @Test
  void whatThePolicyDoubtsWaitsForASecondPersonWhoIsNotTheWriter() {
    assertThat(check(DOUBTFUL).asString()).contains("ask a second person", "Propose reply");
    assertThat(send(DOUBTFUL, "").asString()).contains("Say why it should go out.");
    assertThat(send(DOUBTFUL, "He asked for it.").statusCode()).isEqualTo(303);
    assertThat(ordered()).isEmpty();
    assertThat(lopez.get("/proposals").asString()).contains("He asked for it.", waiting());

    assertThat(brandt.post(waiting(), Map.of("answer", "approve")).asString())
        .contains("You proposed this.");
    assertThat(novak.post(waiting(), Map.of("answer", "approve")).statusCode()).isEqualTo(403);
    assertThat(ordered()).isEmpty();

    assertThat(lopez.get(waiting()).asString())
        .contains("pathetic little liar", "The policy objects under clause", "Approve and post");
    assertThat(lopez.post(waiting(), Map.of("answer", "approve")).statusCode()).isEqualTo(303);
    assertThat(ordered())
        .singleElement()
        .satisfies(order -> assertThat(order.orderedBy()).isEqualTo("lopez"));
    assertThat(lopez.get("/cases/" + id).asString())
        .contains("In own words, proposed by brandt.", "Reply proposed");
  }

  @Test
  void aRejectedReplyIsNotPostedAndMayBeProposedAgain() {
    send(DOUBTFUL, "He asked for it.");
    String page = waiting();
    assertThat(lopez.post(page, Map.of("answer", "refuse", "note", "Not like this.")).statusCode())
        .isEqualTo(303);
    assertThat(brandt.get("/cases/" + id).asString()).contains("Not approved", "Reply rejected");
    assertThat(lopez.post(page, Map.of("answer", "approve")).statusCode()).isNotEqualTo(303);
    assertThat(ordered()).isEmpty();
    assertThat(send(DOUBTFUL, "Think again.").statusCode()).isEqualTo(303);
    assertThat(brandt.post(waiting(), Map.of("answer", "withdraw")).statusCode()).isEqualTo(303);
    assertThat(ordered()).isEmpty();
  }

  @Test
  void nobodyWritesForTheOrganizationWhoMayNotReply() {
    assertThat(novak.get("/cases/" + id + "/reply/words").statusCode()).isEqualTo(403);
    assertThat(
            novak
                .post(
                    "/cases/" + id + "/reply",
                    Map.of("template", "", "language", "en", "seen", KIND))
                .statusCode())
        .isEqualTo(403);
    assertThat(ordered()).isEmpty();
  }

  @Test
  void tooMuchOrNothingIsNotSent() {
    assertThat(send("a ".repeat(1_001), "").asString()).contains("at most 2000 characters");
    assertThat(send("  ", "").asString()).contains("at most 2000 characters");
    assertThat(ordered()).isEmpty();
  }
}
