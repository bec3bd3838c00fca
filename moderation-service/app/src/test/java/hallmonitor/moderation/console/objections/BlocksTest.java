package hallmonitor.moderation.console.objections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.event.PlatformAction;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.FullDistrict;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Tests blocks of repeat violators if the district enables them and the platform can block:
 * proposed and approved.
 */
@ConsoleTest
@TestProfile(FullDistrict.class)
class BlocksTest extends BlockingConsole {
  @Test
  void aProposalListsTheViolationsWithTheirSealsAndOrdersNothing() {
    objections.sealed(id, 41);
    UUID block = proposed();

    String page = brandt.get("/blocks").asString();

    assertThat(page)
        .contains("Three attacks.", "Sealed as record 41", "No evidence sealed.", "Approve: block");
    assertThat(Pattern.compile("Clause 2.1").matcher(page).results().count()).isEqualTo(3);
    assertThat(objections.rows("select act || ' ' || target from audit where actor = 'brandt'"))
        .contains("evidence-read " + id);
    assertThat(state(block)).isEqualTo("proposed");
    assertThat(ordered()).isEmpty();
  }

  @Test
  void aBlockNeedsRepeatedViolationsAReasonAndAnEndWithinTheLimit() {
    LocalDate today = LocalDate.now();
    assertThat(propose(novak, today.plusDays(200), "Attacks.").asString()).contains("90 days");
    assertThat(propose(novak, today.minusDays(1), "Attacks.").statusCode()).isEqualTo(409);
    assertThat(propose(novak, today.plusDays(30), " ").asString()).contains("Enter a reason");
    assertThat(
            novak
                .post("/cases/" + id + "/blocks", Map.of("last", "", "reason", "Attacks."))
                .asString())
        .contains("Choose the last day of the block. Every block ends.");
    objections.write("update strike set voided_at = now() where case_id = ?", id);
    assertThat(propose(novak, today.plusDays(30), "Attacks.").asString()).contains("There are 2.");
    assertThat(novak.get("/cases/" + id).asString()).doesNotContain("Propose a block");
    assertThat(objections.rows("select state from author_block")).isEmpty();
  }

  @Test
  void aSecondPersonWhoIsAnAdministratorApprovesAndOnlyThenItIsOrdered() {
    UUID byNovak = proposed();
    assertThat(approve(novak, byNovak).statusCode()).isEqualTo(403);
    assertThat(approve(brandt, byNovak).statusCode()).isEqualTo(303);
    assertThat(newest())
        .satisfies(
            order -> {
              assertThat(order.action()).isEqualTo(PlatformAction.BLOCK_AUTHOR);
              assertThat(order.orderedBy()).isEqualTo("brandt");
              assertThat(order.clause()).isEqualTo("2.1");
              assertThat(order.comment().id()).isEqualTo("3");
            });
    assertThat(approve(brandt, byNovak).asString()).contains("&#39;approved&#39;");
    assertThat(ordered()).hasSize(1);
  }

  @Test
  void nobodyApprovesTheirOwnProposalInTheConsoleNorInTheDatabase() {
    propose(brandt, LocalDate.now().plusDays(30), "Three attacks.");
    UUID own = UUID.fromString(objections.rows("select block_id::text from author_block").get(0));

    assertThat(brandt.get("/blocks").asString()).contains("You proposed this block");
    assertThat(approve(brandt, own).asString()).contains("A second person must review");
    assertThatThrownBy(
            () ->
                objections.write("update author_block set state='approved', approved_by='brandt'"))
        .hasMessageContaining("another person than brandt must approve");
    assertThat(ordered()).isEmpty();
  }

  @Test
  void aProposalWhoseViolationsNoLongerStandIsNotApproved() {
    UUID block = proposed();
    objections.write("update strike set voided_at = now() where case_id = ?", id);

    assertThat(approve(brandt, block).asString()).contains("There are 2.");
    assertThat(brandt.get("/blocks").asString()).contains("no longer counts");
    assertThat(state(block)).isEqualTo("proposed");
  }

  @Test
  void aDeclinedProposalStaysOnTheRecordAndANewOneIsPossible() {
    UUID block = proposed();
    assertThat(propose(novak, LocalDate.now().plusDays(9), "Again.").asString())
        .contains("A block of this author is already proposed or active.");
    assertThat(end(brandt, block, "Too harsh.").statusCode()).isEqualTo(303);

    assertThat(brandt.get("/blocks").asString()).contains("Declined", "Too harsh.");
    assertThat(proposed()).isNotEqualTo(block);
    assertThat(ordered()).isEmpty();
  }

  @Test
  void theNoticeNamesTheClauseTheEndAndHowToObjectAndNeverQuotes() {
    proposed();

    assertThat(objections.rows("select notice from author_block"))
        .singleElement()
        .asString()
        .contains("clause 2.1", "bully", "https://comments.example.org/appeal?ref=")
        .doesNotContain("damn fool", "{");
  }

  @Test
  void whereNothingIsKnownOfThePlatformNothingIsOffered() {
    objections.platformCan();

    assertThat(novak.get("/cases/" + id).asString())
        .contains("Not supported on this platform.")
        .doesNotContain("Propose a block");
    assertThat(propose(novak, LocalDate.now().plusDays(30), "Attacks.").asString())
        .contains("block authors");
    assertThat(objections.rows("select state from author_block")).isEmpty();
  }

  @Test
  void violationsFromLongAgoAndOfClausesThatTheRulesDoNotNameDoNotCount() {
    objections.write("update strike set at = now() - interval '400 days' where case_id = ?", id);
    assertThat(propose(novak, LocalDate.now().plusDays(30), "Attacks.").asString())
        .contains("There are 2.");

    objections.write(
        "update strike set at = now() - interval '1 day', clause = '7.1' where case_id = ?", id);
    assertThat(propose(novak, LocalDate.now().plusDays(30), "Attacks.").asString())
        .contains("There are 2.");
  }

  @Test
  void anAuthorWithEnoughViolationsIsNamedUntilABlockIsProposedAndTheProposalCitesTheRules() {
    assertThat(novak.get("/blocks").asString())
        .contains("Authors with repeated violations", "3 confirmed violations", "/cases/" + id);

    proposed();

    assertThat(novak.get("/blocks").asString())
        .doesNotContain("Authors with repeated violations")
        .containsPattern("replies.yaml, version\\s+<code>[0-9a-f]{12}</code>");
  }

  @Test
  void whereTheDistrictLetsThemModeratorsReply() {
    objections.platformCan("hide", "reply");

    assertThat(novak.get("/cases/" + id + "/reply?template=hidden-comment").asString())
        .contains("https://comments.example.org/appeal?ref=");
  }

  @Test
  void theSecondPersonHasARoleThatTheDistrictNames() {
    seed.person("ferro", "records-officer", false);
    UUID block = proposed();

    assertThat(approve(novak, block).asString())
        .contains("approve this. Ask one of: administrator, records officer.");
    assertThat(approve(ConsoleBrowser.signedIn("ferro"), block).statusCode()).isEqualTo(303);
    assertThat(newest().orderedBy()).isEqualTo("ferro");
  }

  @Test
  void whatIsProposedWaitsOnThePageOfSecondPersons() {
    UUID block = proposed();

    assertThat(brandt.get("/proposals").asString())
        .contains("Block Dana Reyes", "Three attacks.", "/blocks#block-" + block);
    approve(brandt, block);
    assertThat(brandt.get("/proposals").asString()).doesNotContain("/blocks#block-" + block);
  }
}
