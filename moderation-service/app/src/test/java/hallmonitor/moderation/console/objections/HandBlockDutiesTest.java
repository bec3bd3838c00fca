package hallmonitor.moderation.console.objections;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult.Why;
import hallmonitor.contract.event.BlocksSeen;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.store.objections.BlockLists;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests what people do about a block that someone made by hand: tell its author, take it back. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class HandBlockDutiesTest extends BlockingConsole {
  private static final UUID BLOCK = new UUID(1, 7);
  private static final String PATH = "/hand-blocks/" + BLOCK;

  @BeforeEach
  void somebodyIsBlockedByHand() {
    objections.write("truncate hand_block, hand_block_appeal, block_list");
    objections.blockedByHand(BLOCK, "id:robin");
  }

  @AfterEach
  void nobodyIsInCharge() {
    objections.write("delete from register_entry where account = 'practice'");
  }

  /** Returns a person who works only on the practice account. */
  private ConsoleBrowser inCharge() {
    new StaffSeed(database, seed).inCharge("coach", "reyes");
    objections.write("delete from register_entry where account = 'practice'");
    objections.write(
        """
        insert into register_entry (entry_id, account, name, platform, kind, building, administrator, state)
        values (gen_random_uuid(), 'practice', 'Practice', 'wordpress', 'school', 'maple-high', 'reyes', 'registered')
        """);
    return ConsoleBrowser.signedIn("coach");
  }

  private String page(String show) {
    return novak.get("/blocks?show=" + show).asString();
  }

  private void noted() {
    String last = LocalDate.now().plusDays(20).toString();
    assertThat(novak.post(PATH, Map.of("reason", "Spam.", "last", last)).statusCode())
        .isEqualTo(303);
  }

  private void theAuthorHasACase() {
    objections.write("update comment set author_key = 'id:robin'");
    objections.write("update strike set author_key = 'id:robin'");
  }

  @Test
  void whoIsInChargeOfTheAccountFindsItAmongWhatToDoAndExplainsIt() {
    ConsoleBrowser coach = inCharge();
    objections.write("delete from account_status");
    assertThat(coach.get("/home").asString()).contains("Blocks to see to: 1");
    assertThat(coach.get("/blocks?show=tasks").asString())
        .contains(
            "Robin Lee", "Confirmed violations that count: 0.", "By the rules a block needs 3");

    String last = LocalDate.now().plusDays(5).toString();
    assertThat(coach.post(PATH, Map.of("reason", "Spam.", "last", last)).statusCode())
        .isEqualTo(303);
    assertThat(coach.get("/blocks").asString()).contains("Spam.");
  }

  @Test
  void whoIsInChargeOfAnotherAccountFindsNoSuchBlock() {
    ConsoleBrowser coach = inCharge();
    objections.write("update hand_block set account = 'practice-facebook'");

    assertThat(coach.get("/blocks").asString()).doesNotContain("Robin Lee");
    assertThat(coach.post(PATH + "/lifting", Map.of("reason", "No.")).statusCode()).isEqualTo(404);
  }

  @Test
  void confirmedViolationsAreCountedByTheRules() {
    theAuthorHasACase();
    assertThat(page("by-hand"))
        .contains("Confirmed violations that count: 3.", "enough for a block by the rules");
  }

  @Test
  void itsAuthorIsToldWithAReferenceInTheirLanguage() {
    String last = LocalDate.now().plusDays(20).toString();
    novak.post(PATH, Map.of("reason", "Spam.", "last", last, "language", "es"));

    assertThat(page("tasks")).contains("Su cuenta está bloqueada", "Reference for an appeal");
    assertThat(novak.post(PATH + "/notice", Map.of("told", "yes", "how", " ")).asString())
        .contains("Enter how the person was told");
    novak.post(PATH + "/notice", Map.of("told", "yes", "how", "By a direct message."));

    assertThat(page("tasks")).doesNotContain("Robin Lee");
    assertThat(page("by-hand")).contains("The author was told", "By a direct message.");
  }

  @Test
  void whereNoNoticeCouldBeGivenTheRegisterSaysSo() {
    noted();
    novak.post(PATH + "/notice", Map.of("told", "no", "how", "The platform has no messages."));

    assertThat(page("by-hand")).contains("No notice could be given", "has no messages");
    assertThat(novak.get("/blocks/blocks.csv").asString())
        .contains("\"noted\"", "\"no: The platform has no messages.\"");
    assertThat(objections.rows("select act from audit where actor = 'novak'"))
        .contains("hand-block-not-told");
  }

  @Test
  void whatWasExplainedBeforeThereWereNoticesSaysHowToMakeOne() {
    objections.write(
        """
        update hand_block set reason = 'Spam.', last_day = current_date + 9, ends_at = now() + interval '9 days',
          noted_by = 'novak', noted_at = now()
        """);

    assertThat(page("tasks")).contains("There is no notice yet.");
    noted();
    assertThat(page("tasks")).contains("Your account is blocked").doesNotContain("no notice yet");
  }

  @Test
  void takenBackItIsOrderedWhereThePlatformCanUnblock() throws SQLException {
    theAuthorHasACase();
    novak.post(PATH + "/lifting", Map.of("reason", "It was about an opinion."));

    ActionOrdered order = newest();
    assertThat(order.caseId()).isEqualTo(id);
    assertThat(page("by-hand")).contains("Being unblocked", "It was about an opinion.");
    assertThat(page("tasks")).as("the program does it").doesNotContain("Robin Lee");
    hear(taken(order));
    hear(taken(order));

    assertThat(page("over")).contains("Robin Lee", "Ended");
    assertThat(
            objections.rows("select kind from case_event where kind like 'unblock%' order by id"))
        .containsExactly("unblock-ordered", "unblocked");
  }

  @Test
  void aListThatWasReadBeforeItWasLiftedDoesNotBringItBack() throws SQLException {
    theAuthorHasACase();
    Instant began = Instant.now();
    novak.post(PATH + "/lifting", Map.of("reason", "An opinion."));
    hear(taken(newest()));

    Author robin = new Author(Optional.of("robin"), "Robin Lee");
    jdbi.useTransaction(
        t ->
            BlockLists.take(
                t, new BlocksSeen("wordpress", "practice", List.of(robin), true, began)));

    assertThat(page("by-hand")).doesNotContain("Robin Lee");
  }

  @Test
  void whatThePlatformRefusesIsATaskForAPerson() throws SQLException {
    theAuthorHasACase();
    novak.post(PATH + "/lifting", Map.of("reason", "An opinion."));
    hear(failed(newest(), Why.RETRYING, "Busy."));
    assertThat(page("tasks")).doesNotContain("Robin Lee");

    hear(failed(newest(), Why.REFUSED, "Not by this token."));

    assertThat(page("tasks"))
        .contains("The platform did not lift it.", "Not by this token.", "Lift it on the platform");
  }

  @Test
  void whatThePlatformNeverAnsweredIsATaskAgainAfterADay() {
    theAuthorHasACase();
    novak.post(PATH + "/lifting", Map.of("reason", "An opinion."));
    assertThat(page("tasks")).doesNotContain("Robin Lee");

    objections.write("update hand_block set taken_back_at = now() - interval '25 hours'");

    assertThat(page("tasks"))
        .contains("more than a day ago and has not said that it did.", "Lift it on the platform");
    assertThat(objections.rows("select task from block_task")).containsExactly("lift");
  }

  @Test
  void withoutACaseOfItsAuthorAPersonLiftsIt() {
    novak.post(PATH + "/lifting", Map.of("reason", "An opinion."));

    assertThat(ordered()).isEmpty();
    assertThat(page("tasks")).contains("It is taken back.", "Take away the block of this person.");
    assertThat(novak.post(PATH + "/lifting", Map.of("reason", "Again.")).asString())
        .contains("That block no longer exists.");
  }
}
