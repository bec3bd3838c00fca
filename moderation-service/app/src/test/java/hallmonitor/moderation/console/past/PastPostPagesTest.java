package hallmonitor.moderation.console.past;

import static hallmonitor.moderation.console.past.PastSeed.page;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A records officer shows what stood under a post at a moment, and why the rest did not. */
@ConsoleTest
class PastPostPagesTest extends NovakAtWork {
  private static final Pattern STEP =
      Pattern.compile("href=\"([^\"]+)\"\\s*>(Earlier|Later) change<");

  private PastSeed past;
  private UUID caseId;
  private ConsoleBrowser officer;

  /** Noon: a post. 1: a question and an answer. 4: an insult, hidden at 6, shown again at 9. */
  @BeforeEach
  void aThreadWithAHistory() {
    seed.person("okafor", "records-officer", false);
    officer = ConsoleBrowser.signedIn("okafor");
    past = new PastSeed(database);
    past.post(0, "Spring gala", "Tickets on Monday", "");
    past.comment(1, "21", null, "Dana Reyes", "When does it <b>begin</b>?");
    past.comment(2, "22", "21", "Kai Lund", "At seven");
    past.comment(4, "23", null, "Sam Ito", "You damn fool");
    past.comment(5, "24", "23", "Lee Ray", "Please be kind");
    caseId = past.judged(4, "23", "maple-high", "Clause 2.1, Profanity: A word of the list.");
    past.decided(caseId, 5, "policy", "hide-ordered", "The evidence is sealed as record 7.");
    past.ordered(caseId, "hide", "policy", 4, 6);
    past.edit(7, "22", "At eight");
    past.post(8, "Spring gala", "Tickets on Tuesday", "https://practice.example/gala.png");
    past.decided(caseId, 8, "novak", "restore-ordered", "It is a quotation.");
    past.ordered(caseId, "restore", "novak", 8, 9);
  }

  private String at(int minute) {
    return officer.get(page(minute, "")).asString();
  }

  private String inFull(int minute) {
    return officer.get(page(minute, "&view=full")).asString();
  }

  @Test
  void thePublicSawACommentUntilThePlatformConfirmedThatItIsHidden() {
    assertThat(at(5)).contains("You damn fool", "Sam Ito");
    assertThat(at(6))
        .contains("The public did not see this comment", "Please be kind")
        .doesNotContain("damn fool", "Sam Ito", "A word of the list");
    assertThat(at(9)).contains("You damn fool");
  }

  @Test
  void inFullItIsMarkedWithTheClauseAndWhoDecided() {
    assertThat(inFull(6).replaceAll("\\s+", " "))
        .contains("You damn fool", "Sam Ito", "<strong>Hidden</strong> since")
        .contains(", until Jan 5, 2026")
        .contains("Hide requested · <bdi>automatically, by the policy", "A word of the list.")
        .doesNotContain("sealed as record")
        .contains("As the policy reads today.", "/cases/" + caseId);
    assertThat(inFull(5)).contains("The public saw it until Jan 5, 2026");
    assertThat(inFull(9).replaceAll("\\s+", " "))
        .contains("<strong>Shown again</strong> since", "Petra Novak", "It is a quotation.");
  }

  @Test
  void anOrderIsExplainedByWhatWasSaidWithItAndByNothingElse() {
    past.decided(caseId, 12, "novak", "hide-ordered", "Clause 2.1. It names a child.");
    past.ordered(caseId, "hide", "novak", 12, 13);
    past.decided(caseId, 14, "novak", "note-added", "Her parents called.");
    past.decided(caseId, 15, "novak", "restore-ordered", "");
    past.ordered(caseId, "restore", "novak", 15, 16);

    assertThat(inFull(13)).contains("It names a child.").doesNotContain("Her parents");
    assertThat(inFull(16).replaceAll("\\s+", " "))
        .contains("<strong>Shown again</strong> since", "Petra Novak")
        .doesNotContain("It names a child.", "Her parents called.", "It is a quotation.");
  }

  @Test
  void anOrderWhoseConfirmationHasAnEarlierTimeIsExplainedToo() {
    past.decided(caseId, 13, "novak", "hide-ordered", "Clause 2.1. It names a child.");
    past.ordered(caseId, "hide", "novak", 13, 12);

    assertThat(inFull(12)).contains("It names a child.");
  }

  @Test
  void whatIsHiddenAgainBecauseOthersShowedItSaysSo() {
    past.decided(caseId, 12, "policy", "hidden-again", "Someone showed it on the platform again.");
    past.ordered(caseId, "hide", "policy", 12, 13);

    assertThat(inFull(13))
        .contains("Hidden again, because others showed it")
        .doesNotContain("A word of the list.");
  }

  @Test
  void aTextThatReturnedCountsFromItsReturnAndNotFromItsLastReading() {
    past.reads(10, "22", "1", "At seven");
    past.seen(14, "22", "hidden");
    past.reads(14, "22", "1", "At seven");

    assertThat(at(9)).contains("At eight").doesNotContain("At seven");
    assertThat(at(10)).contains("At seven").doesNotContain("At eight");
    assertThat(inFull(14))
        .contains("Edited. This text was read Jan 5, 2026, 6:10:00 AM")
        .contains("At <del>eight</del><ins>seven</ins>")
        .contains("Changes from the text before, which was read Jan 5, 2026, 6:07:00 AM");
  }

  @Test
  void whatOthersHidOrDeletedOnThePlatformIsToldAsTheirs() {
    past.seen(12, "21", "deleted");
    past.seen(12, "24", "hidden");

    assertThat(inFull(12).replaceAll("\\s+", " "))
        .contains("<strong>Deleted on the platform</strong> since", "<strong>Hidden</strong> since")
        .contains("It was not ordered here. The platform does not say who did it.");
    assertThat(at(12)).contains("At eight").doesNotContain("begin", "Please be kind");
    assertThat(at(11)).contains("begin", "Please be kind");
  }

  @Test
  void aConfirmationThatArrivesAfterNewerNewsStillCounts() {
    past.seen(15, "23", "deleted");
    past.ordered(caseId, "hide", "policy", 12, 13);

    assertThat(at(12)).contains("You damn fool");
    assertThat(inFull(13)).contains("<strong>Hidden</strong>");
    assertThat(inFull(15)).contains("<strong>Deleted on the platform</strong>");
  }

  @Test
  void textsAndVersionsOfThePostAreThoseOfTheMomentWithTheirChanges() {
    assertThat(at(6)).contains("At seven", "Tickets on Monday").doesNotContain("gala.png");
    assertThat(at(8))
        .contains("At eight", "Tickets on Tuesday", "https://practice.example/gala.png")
        .doesNotContain("<del>");
    assertThat(inFull(8))
        .contains("At <del>seven</del><ins>eight</ins>")
        .contains("Tickets on <del>Monday</del><ins>Tuesday</ins>")
        .contains("Added picture: <code>https://practice.example/gala.png</code>");
    past.post(9, "Spring gala", "Tickets on Tuesday", "");
    assertThat(inFull(9)).contains("Removed picture:").doesNotContain("<del>Monday");
  }

  @Test
  void whatCommentsSaidOfThePostBeforeItWasReadIsNoVersionOfItsOwn() {
    past.mentioned(-3, "Spring gala", "Tickets on");

    assertThat(at(-3))
        .contains("Tickets on Monday", "This version was read Jan 5, 2026, 5:57:00 AM")
        .contains("the whole of it was read Jan 5, 2026, 6:00:00 AM")
        .doesNotContain("Only what its comments say");
    assertThat(inFull(0)).doesNotContain("Changes from the version before");
  }

  @Test
  void theMenuStaysAtTheSearchForThoseWhoSearch() {
    assertThat(at(1))
        .contains("<a href=\"/search\" aria-current=\"page\">", "<a href=\"/search\">← Search</a>")
        .doesNotContain("<a href=\"/posts\" aria-current");
    assertThat(novak.get(page(1, "")).asString()).doesNotContain("href=\"/search\"");
  }

  @Test
  void aReplyStandsBelowWhatItAnswersAndIsOnlyEverText() {
    assertThat(at(2))
        .contains("When does it &lt;b&gt;begin&lt;/b&gt;?")
        .containsSubsequence("depth-0", "Dana Reyes", "depth-1", "Kai Lund");
  }

  @Test
  void stepsLeadThroughAllChangesAndBack() {
    List<String> seen = new ArrayList<>();
    String next = page(0, "");
    while (next != null) {
      seen.add(next.replaceAll(".*at=([^&]+).*", "$1").replace("%3A", ":"));
      next = step(officer.get(next).asString(), "Later");
    }

    assertThat(seen)
        .containsExactlyElementsOf(
            List.of(0, 1, 2, 4, 5, 6, 7, 8, 9).stream()
                .map(m -> PastSeed.minute(m).toInstant().toString())
                .toList());
    assertThat(step(at(9), "Earlier"))
        .contains(PastSeed.minute(8).toInstant().toString().substring(0, 13));
    assertThat(step(at(0), "Earlier")).isNull();
  }

  private static String step(String page, String which) {
    Matcher steps = STEP.matcher(page);
    while (steps.find()) {
      if (steps.group(2).equals(which)) {
        return steps.group(1).replace("&amp;", "&");
      }
    }
    return null;
  }

  @Test
  void aTimeThatCannotBeUsedIsToldBesideTheFieldAndNothingIsRead() {
    String post = "/posts/" + CommentAddress.of("practice", PastSeed.POST) + "/then?at=";
    ConsoleResponse future = officer.get(post + "2099-01-01T10:00");
    assertThat(future.statusCode()).isEqualTo(422);
    assertThat(future.asString())
        .contains("This time is in the future.", "value=\"2099-01-01T10:00\"", "aria-invalid")
        .doesNotContain("Tickets");
    assertThat(officer.get(post + "yesterday%22").asString())
        .contains("Enter a day and a time", "value=\"yesterday&quot;\"");
    assertThat(deciding.texts("select act from audit where act = 'thread-read'")).isEmpty();

    ConsoleResponse early = officer.get(page(-1, ""));
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.asString())
        .contains("Nothing of this post was there yet.", "Go to the beginning, Jan 5, 2026")
        .doesNotContain("Tickets");
  }

  @Test
  void aTimeOfTheDistrictMeansItsWholeSecond() {
    String field = at(6).replaceAll("(?s).*name=\"at\" step=\"1\" value=\"([^\"]+)\".*", "$1");

    String typed =
        officer
            .get("/posts/" + CommentAddress.of("practice", PastSeed.POST) + "/then?at=" + field)
            .asString();

    assertThat(typed).contains("Please be kind").doesNotContain("damn fool");
  }

  @Test
  void aPostThatNobodyReadIsNotFound() {
    assertThat(officer.get("/posts/" + CommentAddress.of("practice", "x") + "/then").statusCode())
        .isEqualTo(404);
    assertThat(officer.get("/posts/%00/then").statusCode()).isEqualTo(404);
  }

  @Test
  void everyLookStandsInTheAuditLog() {
    at(6);
    inFull(6);

    assertThat(deciding.texts("select detail from audit where act = 'thread-read' order by id"))
        .containsExactly(
            "as of 2026-01-05T12:06:00Z; as the public saw it",
            "as of 2026-01-05T12:06:00Z; in full");
    assertThat(officer.get("/audit?act=thread-read").asString())
        .contains("Opened a post as it was", "practice " + PastSeed.POST);
  }

  @Test
  void manyCommentsAreReadPageByPageAndALinkOpensThePageOfItsComment() {
    for (int i = 0; i < 2 * PastPage.LINES; i++) {
      past.comment(20, "9" + (1000 + i), null, "Kai Ito", "Cheer number " + i + ".");
    }

    assertThat(at(20))
        .contains("Page 1 of 3", "Cheer number 0.", "Next page")
        .doesNotContain("number 60.");
    assertThat(officer.get(page(20, "&page=2")).asString())
        .contains("Page 2 of 3", "Cheer number 60.", "Previous page");
    assertThat(officer.get(page(20, "&comment=91099")).asString())
        .contains("Page 3 of 3", "depth-0 self", "Cheer number 99.");
  }

  @Test
  void whatIsLeftOutOfAPostWithTooMuchToArrangeIsSaid() {
    assertThat(at(20)).doesNotContain("more comments or versions");
    past.versions(20, PastQueries.MOST);

    assertThat(at(20))
        .contains("This post has more comments or versions than one page can arrange.");
  }

  @Test
  void aCaseOfAnotherSchoolDoesNotExistForWhoIsLimitedToOne() {
    past.comment(10, "31", null, "Ash Poe", "Said elsewhere");
    past.comment(10, "32", "31", "Lou Ng", "Answered here");
    past.judged(10, "31", StaffSeed.OTHER, "Clause 2.1, Profanity: x");
    new StaffSeed(database, seed).person("own", "records-officer", StaffSeed.OWN);

    assertThat(ConsoleBrowser.signedIn("own").get(page(10, "&view=full")).asString())
        .contains("At eight", "Answered here", "It replies to a comment that is not shown here.")
        .doesNotContain("Said elsewhere", "Ash Poe");
    assertThat(inFull(10)).contains("Said elsewhere").doesNotContain("is not shown here");
  }

  @Test
  void theCaseTheCommentAndTheSearchLeadHere() {
    assertThat(officer.get("/cases/" + caseId).asString())
        .contains("/posts/" + CommentAddress.of("practice", PastSeed.POST) + "/then?at=");
    assertThat(officer.get("/comments/" + CommentAddress.of("practice", "21")).asString())
        .contains("Its post as it was then", "&amp;comment=21");
  }

  @Test
  void onPaperItSaysWhatItIsAndWhoPrintedIt() {
    assertThat(at(6).replaceAll("\\s+", " "))
        .contains("<dt>Account</dt>", "https://practice.example/gala", "UTC-")
        .contains("class=\"printed\"", "(okafor)");
  }

  @Test
  void itSpeaksSpanish() {
    assertThat(officer.get(page(6, "&view=full"), "Accept-Language", "es").asString())
        .contains("La publicación tal como estaba", "Como la vio el público", "5 ene 2026")
        .doesNotContain("Earlier change", "As the public saw it");
  }
}
