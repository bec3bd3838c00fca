package hallmonitor.moderation.console.authors;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.ObjectionSeed;
import hallmonitor.moderation.console.seed.StaffSeed;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person reads everything that an author wrote, for a purpose that is on record. */
@ConsoleTest
class AuthorPagesTest extends AuthorConsole {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>‮ayaD";

  private UUID caseId;
  private String page;

  @BeforeEach
  void danaWroteThreeComments() {
    deciding.allowed("71", "Dana Reyes", "The board wastes <b>our</b> money", Duration.ofDays(2));
    deciding.allowed("72", "Dana Reyes", "Resign, all of you", Duration.ofDays(1));
    caseId = seed.aCase("73").saying("You damn fool").decided("confirmed").there();
    deciding.allowed("74", "Kai Ito", "See you there", Duration.ofMinutes(9));
    page = pageOf(novak, "71");
  }

  @Test
  void nothingIsShownBeforeAPurposeIsGiven() {
    assertThat(novak.get(page).asString())
        .contains("What do you open it for?", "Dana Reyes", "a comment that breaks no rule")
        .doesNotContain("wastes", "Resign", "damn fool");
    assertThat(audit()).isEmpty();
  }

  @Test
  void aPurposeNeedsAChoiceAndANoteAndLosesNothingThatWasTyped() {
    assertThat(purpose(novak, page, "", "Case of <today>"))
        .returns(422, ConsoleResponse::statusCode)
        .extracting(ConsoleResponse::asString)
        .asString()
        .contains("Choose what you open the page for.", "value=\"Case of &lt;today&gt;\"");
    assertThat(purpose(novak, page, "safety", " ").asString())
        .contains("Say in 1 to 300 characters", "value=\"safety\" required checked");
    assertThat(audit()).isEmpty();
  }

  @Test
  void thePurposeIsOnRecordAndOpensThePageForThatPersonOnly() {
    opened(novak, page);

    assertThat(audit())
        .containsExactly(
            "novak author-opened author " + idOf(page) + " decide-case: Case of today");
    seed.person("brandt", "administrator", false);
    assertThat(ConsoleBrowser.signedIn("brandt").get(page).asString())
        .contains("What do you open it for?")
        .doesNotContain("Resign");
  }

  @Test
  void afterAnHourThePurposeIsAskedForAgain() {
    opened(novak, page);
    change("update author_look set at = at - interval '59 minutes'");
    assertThat(novak.get(page).asString()).contains("Resign");

    change("update author_look set at = at - interval '2 minutes'");

    assertThat(novak.get(page).asString()).contains("What do you open it for?");
  }

  @Test
  void everythingThatTheAuthorWroteIsListedTheNewestFirstAndCounted() {
    assertThat(opened(novak, page))
        .containsSubsequence("damn fool", "Resign, all of you", "wastes &lt;b&gt;our&lt;/b&gt;")
        .contains("Comments 3", "Visible 2", "Hidden 1", "No case 2", "Hide confirmed 1")
        .contains("/cases/" + caseId, "Case of today")
        .doesNotContain("See you there");
  }

  @Test
  void aChoiceShowsOnlyThese() {
    opened(novak, page);

    assertThat(novak.get(page + "?show=case-confirmed").asString())
        .contains("damn fool")
        .doesNotContain("Resign");
    assertThat(novak.get(page + "?show=deleted").asString()).contains("No comment is of this kind");
  }

  @Test
  void moreThanAPageGoesOnWhereItEnded() {
    for (int i = 0; i < AuthorDesk.PAGE; i++) {
      deciding.allowed("n" + i, "Dana Reyes", "Note " + i, Duration.ofHours(3));
    }
    String first = opened(novak, page);
    String next =
        first.replaceFirst(".*href=\"([^\"]*after=[^\"]*)\".*", "$1").replace("&amp;", "&");

    assertThat(first).contains("damn fool", "Comments 53").doesNotContain("wastes");
    assertThat(novak.get(next).asString()).contains("wastes", "Resign").doesNotContain("damn fool");
  }

  @Test
  void namesThatChangedAreListedAndAHostileOneIsOnlyText() {
    change("update comment set author_name = ? where comment_id = '72'", HOSTILE);

    assertThat(opened(novak, page))
        .contains("<bdi>Dana Reyes</bdi>", "<bdi>&lt;img src=x onerror=alert(1)&gt;")
        .doesNotContain("<img src=x");
  }

  @Test
  void strikesBlocksAppealsAndReportsStandThereWithTheirOutcome() {
    new ObjectionSeed(database).strike(caseId);
    change(
        """
        insert into author_block (block_id, case_id, account, author_key, author_name, clause, reason, notice, last_day,
          ends_at, state, proposed_by)
        values (gen_random_uuid(), ?, 'practice', 'key-Dana Reyes', 'Dana Reyes', '2.1', 'Again.', 'Blocked.',
          current_date + 9, now() + interval '9 days', 'proposed', 'brandt')
        """,
        caseId);
    change(
        "insert into appeal_reference (reference, case_id, about) values ('ABCD', ?, 'hide')",
        caseId);
    change(
        """
        insert into appeal (appeal_id, case_id, reference, about, clause, channel, appellant, why, received_by, due_at)
        values (gen_random_uuid(), ?, 'ABCD', 'hide', '2.1', 'letter', 'Dana', 'No.', 'brandt', now())
        """,
        caseId);
    change(
        """
        insert into tip (tip_id, case_id, reference, state_hash, way, urgency, category, link, place, body, language,
          reporter, reporter_user, anonymous, notified, received_at)
        values (gen_random_uuid(), ?, 'T', 'T', 'public', 'soon', '', '', '', '', 'en', 'Robin Lee', '', false, false, now())
        """,
        caseId);

    assertThat(opened(novak, page))
        .contains(
            "Clause 2.1: Profanity", "1 strike counts", "Proposed", "Appeal of a hide", "1 report")
        .doesNotContain("Robin Lee");
  }

  @Test
  void aPrincipalSeesOnlyWhatWasWrittenAtTheirSchool() {
    staff.person("park", "building-administrator", StaffSeed.OTHER);
    ConsoleBrowser principal = ConsoleBrowser.signedIn("park");
    assertThat(principal.get(page).statusCode()).isEqualTo(404);
    assertThat(purpose(principal, page, "safety", "x").statusCode()).isEqualTo(404);

    seed.aCase("75").saying("Said at Birch").in(StaffSeed.OTHER).there();

    assertThat(opened(principal, page))
        .contains("Said at Birch", "Comments 1")
        .doesNotContain("Resign", "damn fool");
    assertThat(opened(novak, page)).contains("Said at Birch", "Comments 4");
  }

  @Test
  void aPrincipalIsNotToldOnWhichAccountsOfOtherSchoolsAnAuthorWrote() {
    wrote("b1", "bluesky", "practice", "id:did:plc:7", "Sky", "At Maple");
    wrote("b2", "bluesky", "birch-bluesky", "id:did:plc:7", "Sky", "At Birch");
    staff.person("park", "building-administrator", StaffSeed.OWN);
    ConsoleBrowser principal = ConsoleBrowser.signedIn("park");
    String sky = pageOf(principal, "b1");

    assertThat(principal.get(sky).asString())
        .contains("What do you open it for?")
        .doesNotContain("birch-bluesky");
    assertThat(opened(principal, sky)).contains("At Maple").doesNotContain("birch", "At Birch");
  }

  @Test
  void anAuthorOfAPlatformWithOwnIdsIsOneOnAllItsAccountsAndNoneOfAnother() {
    wrote("b1", "bluesky", "maple-bluesky", "id:did:plc:7", "Dana", "On the first account");
    wrote("b2", "bluesky", "birch-bluesky", "id:did:plc:7", "Dana", "On the second account");
    wrote("y1", "youtube", "maple-youtube", "id:did:plc:7", "Dana", "On another platform");

    assertThat(opened(novak, pageOf(novak, "maple-bluesky", "b1")))
        .contains(
            "On the first account", "On the second account", "https://bsky.app/profile/did:plc:7")
        .doesNotContain("On another platform");
  }

  @Test
  void aNameThatAnyoneCanTypeIsSaidToBeOne() {
    wrote("n1", "wordpress", "practice", "name:Sam", "Sam", "First");

    assertThat(opened(novak, pageOf(novak, "n1"))).contains("Only a name is known here.");
  }

  @Test
  void whoHasNoNameHasNoPage() {
    wrote("n1", "wordpress", "practice", "name:", "", "Unsigned");

    assertThat(
            novak.get("/comments/" + CommentAddress.of("practice", "n1") + "/author").statusCode())
        .isEqualTo(404);
  }

  @Test
  void listsAndTheCaseLeadToTheAuthor() {
    String link = "/comments/" + CommentAddress.of("practice", "72") + "/author";

    assertThat(novak.get("/comments").asString()).contains(link);
    assertThat(novak.get("/cases/" + caseId).asString()).contains("/cases/" + caseId + "/author");
    assertThat(novak.get("/cases/" + caseId + "/author").header("Location")).endsWith(page);
  }

  @Test
  void aRecordsOfficerTakesAllAsAFileWithItsPurpose() {
    seed.person("okafor", "records-officer", false);
    ConsoleBrowser officer = ConsoleBrowser.signedIn("okafor");
    change("update comment set latest_text = '=HYPERLINK(\"x\")' where comment_id = '72'");
    assertThat(officer.get(page + "/author.csv").statusCode()).isEqualTo(303);

    purpose(officer, page, "answer-request", "FOIA 2026-4");
    String file = officer.get(page + "/author.csv").asString();

    assertThat(file)
        .contains("\"Purpose\",\"answer-request: FOIA 2026-4\"", "okafor")
        .contains("\"'=HYPERLINK(\"\"x\"\")\"", "You damn fool", "wastes <b>our</b> money")
        .doesNotContain("See you there");
    assertThat(audit())
        .containsExactly(
            "okafor author-opened author " + idOf(page) + " answer-request: FOIA 2026-4",
            "okafor author-exported author " + idOf(page) + " answer-request: FOIA 2026-4");
    assertThat(novak.get(page + "/author.csv").statusCode()).isEqualTo(403);
  }
}
