package hallmonitor.moderation.console.objections;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.BlocksSeen;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.store.objections.BlockLists;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests what the register says of blocks that someone made or lifted by hand on a platform. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class HandBlocksTest extends BlockingConsole {
  private static final Author STRANGER = new Author(Optional.of("robin"), "Robin Lee");

  private Instant at;

  @BeforeEach
  void nobodyWasBlockedWhenTheAccountWasConnected() throws SQLException {
    objections.write("truncate hand_block, hand_block_appeal, block_list");
    at = Instant.now().plus(Duration.ofMinutes(1));
    listed(true);
  }

  /** Hears the platform's list, each an hour after the other. */
  private void listed(boolean complete, Author... authors) throws SQLException {
    at = at.plus(Duration.ofHours(1));
    BlocksSeen seen = new BlocksSeen("wordpress", "practice", List.of(authors), complete, at);
    jdbi.useTransaction(t -> BlockLists.take(t, seen));
  }

  /** Returns the author of the cases, as the platform names them. */
  private Author blocked() {
    objections.write("update author_block set author_key = 'id:dana'");
    return new Author(Optional.of("dana"), "Dana Reyes");
  }

  private String page(String show) {
    return novak.get("/blocks?show=" + show).asString();
  }

  private UUID byHand() {
    return UUID.fromString(objections.rows("select hand_block_id::text from hand_block").get(0));
  }

  @Test
  void aBlockMadeByHandIsShownAndAsksForReasonAndEnd() throws SQLException {
    listed(true, STRANGER);

    assertThat(page("by-hand"))
        .contains("Robin Lee", "No reason and no end", "First Amendment")
        .contains("Add a reason and an end");
    assertThat(page("tasks")).contains("Robin Lee");

    Map<String, String> form =
        Map.of("reason", "Spam for months.", "last", LocalDate.now().plusDays(20).toString());
    assertThat(novak.post("/hand-blocks/" + byHand(), form).statusCode()).isEqualTo(303);

    assertThat(page("by-hand")).contains("Spam for months.").doesNotContain("No reason and no end");
    assertThat(page("tasks")).as("its author has to be told").contains("Robin Lee");
    assertThat(objections.rows("select act from audit where actor = 'novak'"))
        .contains("hand-block-noted");
  }

  @Test
  void whereItsAuthorHasACaseABlockFromThereTakesItsPlace() throws SQLException {
    Author author = new Author(Optional.of("dana"), "Dana Reyes");
    objections.write("update comment set author_key = 'id:dana'");
    objections.write("update strike set author_key = 'id:dana'");
    listed(true, author);
    assertThat(page("by-hand")).contains("/cases/" + id + "#block", "a case of this author");

    active();
    listed(true, author);

    assertThat(page("by-hand")).doesNotContain("a case of this author");
    assertThat(objections.rows("select author_name from hand_block where gone_at is null"))
        .isEmpty();
  }

  @Test
  void itsEndIsWithinTheLimitAndItsReasonIsNeeded() throws SQLException {
    listed(true, STRANGER);
    String path = "/hand-blocks/" + byHand();
    String soon = LocalDate.now().plusDays(5).toString();

    assertThat(novak.post(path, Map.of("reason", " ", "last", soon)).asString())
        .contains("Enter a reason");
    assertThat(novak.post(path, Map.of("reason", "Spam.", "last", "")).asString())
        .contains("Every block ends");
    String late = LocalDate.now().plusDays(200).toString();
    assertThat(novak.post(path, Map.of("reason", "Spam.", "last", late)).asString())
        .contains("at most 90 days");
  }

  @Test
  void afterItsLastDayItIsATaskUntilThePlatformNoLongerListsIt() throws SQLException {
    listed(true, STRANGER);
    objections.write(
        "update hand_block set reason='Spam.', last_day=current_date - 1, ends_at=now(),"
            + " noted_by='novak', noted_at=now()");
    assertThat(page("tasks")).contains("To be lifted", "Take away the block of this person.");

    listed(true);
    assertThat(page("tasks")).contains("Robin Lee");
    listed(true);
    assertThat(page("tasks")).doesNotContain("Robin Lee");
    assertThat(page("over")).contains("Robin Lee", "Ended");
  }

  @Test
  void anOrderedBlockIsNoBlockMadeByHand() throws SQLException {
    UUID block = active();
    listed(true, blocked());

    assertThat(objections.rows("select author_name from hand_block")).isEmpty();
    assertThat(page("")).contains("Last seen in the platform");
    assertThat(state(block)).isEqualTo("active");
  }

  @Test
  void anOrderedBlockThatSomebodyLiftedByHandIsOverAfterTwoListsWithoutIt() throws SQLException {
    UUID block = active();
    listed(true);
    listed(true);
    assertThat(state(block)).as("it was never listed").isEqualTo("active");

    listed(true, blocked());
    listed(true);
    listed(false);
    assertThat(state(block)).as("missing once").isEqualTo("active");
    listed(true);

    assertThat(state(block)).isEqualTo("ended");
    assertThat(page("over")).contains("Someone lifted this block by hand on the platform.");
    assertThat(objections.rows("select kind from case_event where kind like 'block-l%'"))
        .containsExactly("block-lifted");
  }

  @Test
  void anOlderListChangesNothingAndOneThatIsNotCompleteMissesNobody() throws SQLException {
    listed(true, STRANGER);
    Instant newest = at;
    at = at.minus(Duration.ofHours(5));
    listed(true);
    at = newest;
    listed(false);
    listed(false);

    assertThat(objections.rows("select author_name from hand_block where gone_at is null"))
        .containsExactly("Robin Lee");
  }

  @Test
  void everyBlockIsInTheFileAndNamesAreNoFormulas() throws SQLException {
    active();
    listed(true, new Author(Optional.of("x"), "=cmd()"));

    List<String> lines = novak.get("/blocks/blocks.csv").asString().lines().toList();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).contains("\"here\"", "\"Dana Reyes\"", "\"Three attacks.\"");
    assertThat(lines.get(2)).contains("\"by hand on the platform\"", "\"'=cmd()\"");
  }

  @Test
  void blocksThatWereThereAtTheStartAreOneTask() throws SQLException {
    objections.write("truncate block_list");
    listed(true, STRANGER, new Author(Optional.of("sam"), "Sam Old"));

    assertThat(objections.rows("select task from block_task")).containsExactly("look-through");
    assertThat(page("tasks"))
        .contains(
            "2 blocks without a reason were there", "/blocks?show=by-hand&amp;account=practice")
        .doesNotContain("Robin Lee", "No blocks.");
    assertThat(page("by-hand")).contains("Robin Lee", "Sam Old", "Add a reason and an end");

    listed(true, STRANGER, new Author(Optional.of("new"), "Nora New"));
    assertThat(page("tasks")).contains("Nora New").doesNotContain("Robin Lee");
  }

  @Test
  void everyBlockCanBeExplainedHoweverManyThereAre() throws SQLException {
    listed(true, STRANGER);
    UUID last = byHand();
    objections.write("update hand_block set first_seen_at = now() - interval '9 days'");
    objections.write(
        """
        insert into hand_block (account, author_key, author_name, first_seen_at, seen_at)
        select 'practice', 'id:' || n, 'Name ' || n, now(), now() from generate_series(1, 500) n
        """);
    Map<String, String> form =
        Map.of("reason", "Spam.", "last", LocalDate.now().plusDays(9).toString());
    assertThat(page("by-hand")).doesNotContain("Robin Lee");

    assertThat(novak.post("/hand-blocks/" + last, form).statusCode()).isEqualTo(303);
    assertThat(
            novak
                .post("/hand-blocks/" + last + "/notice", Map.of("told", "no", "how", "No way."))
                .statusCode())
        .isEqualTo(303);
  }

  @Test
  void theListsCanBeNarrowedToOneAccount() throws SQLException {
    listed(true, STRANGER);
    assertThat(
            Stream.of("practice", "other").map(a -> novak.get("/blocks?account=" + a).asString()))
        .satisfiesExactly(
            page -> assertThat(page).contains("Robin Lee"),
            page -> assertThat(page).doesNotContain("Robin Lee"));
  }
}
