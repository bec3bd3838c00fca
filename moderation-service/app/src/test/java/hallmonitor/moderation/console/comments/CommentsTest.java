package hallmonitor.moderation.console.comments;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People find any comment that was read, and act on it, although the policy allowed it. */
@ConsoleTest
class CommentsTest extends NovakAtWork {
  private static final CommentKey ALLOWED = new CommentKey("practice", "71");
  private static final String ADDRESS = CommentAddress.of("practice", "71");
  private static final UUID CASE = CaseIds.ofCase(ALLOWED);

  @BeforeEach
  void allowed() {
    deciding.allowed("71", "Dana Reyes", "He is <b>always</b> late", Duration.ofMinutes(9));
    database.write(
        h ->
            h.execute(
                """
                update revision set findings =
                  '[{"category":"BULLYING","score":0.04,"detector":"model","spans":[],"why":"It reads like bullying."}]'
                """));
  }

  private ConsoleResponse act(ConsoleBrowser who, String wish, String clause, String why) {
    return who.post(
        "/comments/" + ADDRESS + "/case",
        Map.of("wish", List.of(wish), "clause", List.of(clause), "why", List.of(why)));
  }

  private ConsoleResponse act(String wish) {
    return act(novak, wish, "2.1", "A parent called.");
  }

  @Test
  void allowedCommentsAreListedTheNewestFirst() {
    deciding.allowed("72", "Kai Ito", "See you there", Duration.ofMinutes(2));
    seed.aCase("73").saying("You are a damn fool").there();

    assertThat(novak.get("/comments").asString())
        .containsSubsequence("See you there", "You are a damn fool", "always&lt;/b&gt; late")
        .contains("/comments/" + ADDRESS, "View case");
  }

  @Test
  void moreThanAPageGoesOnWhereItEnded() {
    for (int i = 0; i < CommentQueries.PAGE; i++) {
      deciding.allowed("n" + i, "Kai Ito", "Cheer " + i, Duration.ofSeconds(30));
    }
    String first = novak.get("/comments").asString();
    assertThat(first).doesNotContain("always&lt;").contains("Older comments");

    String next =
        first.replaceAll("(?s).*href=\"(/comments\\?account=&amp;after=[^\"]+)\".*", "$1");
    assertThat(novak.get(next.replace("&amp;", "&")).asString())
        .contains("always&lt;")
        .doesNotContain("Cheer", "Older comments");
  }

  @Test
  void aPastedLinkLeadsToTheCommentAndALinkToNothingSaysWhatToDo() {
    database.write(
        h ->
            h.execute(
                "update comment set permalink = 'https://www.facebook.com/school/posts/7?comment_id=71'"));

    assertThat(
            novak
                .get(
                    "/comments?link=https%3A%2F%2Ffacebook.com%2Fschool%2Fposts%2F7%3Fcomment_id%3D71%26fbclid%3Dx")
                .header("Location"))
        .endsWith("/comments/" + ADDRESS);
    assertThat(novak.get("/comments?link=https%3A%2F%2Fother.example%2F9").asString())
        .contains("Nothing that was read here has this link.");
  }

  @Test
  void itsPageSaysWhyItWasAllowedAndThatItWasRead() {
    assertThat(novak.get("/comments/" + ADDRESS).asString())
        .contains(
            "Why it was allowed",
            "No clause of the policy held",
            "Bullying",
            "always&lt;/b&gt; late",
            "Open a case");
    assertThat(deciding.row("select act, target from audit where act = 'comment-read'"))
        .containsEntry("target", "practice 71");
  }

  @Test
  void aCommentThatWaitsForItsSecondLookSaysSo() {
    database.write(h -> h.execute("update revision set first_outcome = outcome"));

    assertThat(novak.get("/comments").asString()).contains("Waits for its second look");
    assertThat(novak.get("/comments/" + ADDRESS).asString())
        .contains("It waits for its second look")
        .doesNotContain("Why it was allowed");
  }

  @Test
  void secondLooksThatComeTooLateAreAnAlarmOnEveryPage() {
    waitsSince(Duration.ofSeconds(30));
    assertThat(novak.get("/queue").asString()).doesNotContain("wait for their second look");

    waitsSince(Duration.ofMinutes(3));
    waits(Duration.ofHours(3), 0); // of the history
    assertThat(novak.get("/queue").asString())
        .contains("Comments that wait for their second look: 2.", "The oldest was read 3 min ago");
  }

  private void waitsSince(Duration ago) {
    waits(ago, .5);
  }

  private void waits(Duration ago, double danger) {
    database.write(
        h ->
            h.execute(
                """
                insert into second_look (account, comment_id, revision, danger, since, seen)
                values ('practice', '71', ?, ?, clock_timestamp() - ?::interval, '{}')
                """,
                "r" + ago,
                danger,
                ago.toString()));
  }

  @Test
  void aCaseThatAPersonOpensIsOneLikeAnyOther() {
    assertThat(act("open").header("Location")).endsWith("/cases/" + CASE);

    assertThat(novak.get("/cases/" + CASE).asString())
        .contains("A parent called.", "Clause 2.1", "Petra Novak");
    assertThat(novak.get("/queue").asString()).contains(CASE.toString());
    assertThat(deciding.orders()).isEmpty();
    assertThat(deciding.row("select detail from audit where act = 'open-case'"))
        .containsEntry("detail", "Clause 2.1. A parent called.");
    assertThat(novak.get("/comments/" + ADDRESS).header("Location")).endsWith("/cases/" + CASE);
  }

  @Test
  void itIsHiddenAtOnceIfThePersonSaysSo() {
    act("hide");

    assertThat(deciding.orders()).singleElement().asString().contains("HIDE");
    assertThat(deciding.row("select state, decided_by, decision_note from review_case"))
        .containsEntry("state", "hidden")
        .containsEntry("decided_by", "novak")
        .containsEntry("decision_note", "A parent called.");
  }

  @Test
  void itsEvidenceIsTakenAtOnceIfThePersonSaysSo() {
    act("seal");

    assertThat(seed.outgoing()).anyMatch(e -> e.contains("A parent called.") && e.contains("71"));
    assertThat(deciding.row("select evidence from review_case")).containsEntry("evidence", true);
  }

  @Test
  void anEscalationGoesOnWithTheFormThatSaysWhoIsNotified() {
    String form = act("escalate").header("Location");

    assertThat(form).endsWith("/cases/" + CASE + "/escalate");
    assertThat(novak.get(form).asString()).contains("Who to notify");
  }

  @Test
  void withoutAClauseOrAReasonNothingIsOpenedAndWhatWasTypedStays() {
    ConsoleResponse refused = act(novak, "open", "", "A parent called.");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString()).contains("Choose the clause", "value=\"A parent called.\"");
    assertThat(act(novak, "open", "2.1", " ").asString()).contains("Say why.");
    assertThat(novak.get("/cases/" + CASE).statusCode()).isEqualTo(404);
  }

  @Test
  void twoPeopleOpenOneCase() {
    seed.person("brandt", "administrator", false);
    act("open");

    assertThat(act(ConsoleBrowser.signedIn("brandt"), "hide", "2.1", "Me too.").header("Location"))
        .endsWith("/cases/" + CASE);
    assertThat(deciding.orders()).as("the second one saw another page").isEmpty();
  }

  @Test
  void theThreadOfACaseLeadsToItsOtherComments() {
    UUID beside = seed.aCase("74").saying("You are a damn fool").there();

    assertThat(novak.get("/cases/" + beside).asString()).contains("/comments/" + ADDRESS);
  }

  @Test
  void whatWasDisposedOfCannotBeActedOn() {
    database.write(
        h ->
            h.execute(
                """
                with d as (
                  insert into disposal (disposal_id, kind, accounts, before_day, before, zone, approval, proposer_name)
                  values (gen_random_uuid(), 'allowed-comments', '{practice}', now(), now(), 'UTC', 'x', 'Lopez')
                  returning disposal_id)
                update revision set disposal_id = d.disposal_id, body = '' from d
                """));

    assertThat(novak.get("/comments/" + ADDRESS).asString())
        .contains("Disposed of.")
        .doesNotContain("Open a case");
    assertThat(act("open").asString()).contains("This comment was disposed of.");
  }
}
