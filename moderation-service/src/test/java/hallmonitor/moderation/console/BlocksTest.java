package hallmonitor.moderation.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult;
import hallmonitor.contract.event.ActionResult.ActionFailed;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.ActionResult.Why;
import hallmonitor.contract.event.PlatformAction;
import hallmonitor.contract.wire.EventJson;
import hallmonitor.embedded.QuarkusParts;
import hallmonitor.moderation.pipeline.BlockRound;
import hallmonitor.moderation.store.ObjectionResults;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blocks of repeat violators where a district turned them on and the platform can. */
@QuarkusTest
@TestProfile(BlockingDistrict.class)
@QuarkusTestResource(
    value = QuarkusParts.class,
    initArgs = @ResourceArg(name = "role", value = "moderation"))
class BlocksTest {
  @Inject ConsoleDatabase database;
  @Inject Jdbi jdbi;
  @Inject BlockRound round;

  private Seed seed;
  private ObjectionSeed objections;
  private Browser novak;
  private Browser brandt;
  private UUID id;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    objections = new ObjectionSeed(database);
    objections.nobodyTried();
    seed.person("novak", "moderator", false);
    seed.person("brandt", "administrator", false);
    seed.person("okafor", "administrator", false);
    novak = Browser.signedIn("novak");
    brandt = Browser.signedIn("brandt");
    objections.platformCan("hide", "restore", "block-author", "unblock-author");
    for (String comment : List.of("1", "2", "3")) {
      id = seed.aCase(comment).judged("hide", "2.1").decided("confirmed").there();
      objections.strike(id);
    }
  }

  private Response propose(Browser by, LocalDate last, String reason) {
    return by.post(
        "/cases/" + id + "/blocks",
        Map.of("form", UUID.randomUUID().toString(), "last", last.toString(), "reason", reason));
  }

  private UUID proposed() {
    assertThat(propose(novak, LocalDate.now().plusDays(30), "Three attacks.").statusCode())
        .isEqualTo(303);
    return UUID.fromString(
        objections
            .rows("select block_id::text from author_block order by proposed_at desc")
            .get(0));
  }

  private Response approve(Browser by, UUID block) {
    return by.post("/blocks/" + block + "/approval", Map.of());
  }

  private Response end(Browser by, UUID block, String reason) {
    return by.post("/blocks/" + block + "/end", Map.of("reason", reason));
  }

  private UUID active() throws SQLException {
    UUID block = proposed();
    assertThat(approve(brandt, block).statusCode()).isEqualTo(303);
    hear(taken(newest()));
    return block;
  }

  private String state(UUID block) {
    return objections
        .rows("select state from author_block where block_id = '" + block + "'")
        .get(0);
  }

  private List<ActionOrdered> ordered() {
    return seed.outgoing().stream()
        .filter(json -> json.contains("BLOCK_AUTHOR"))
        .map(json -> EventJson.read(json.getBytes(StandardCharsets.UTF_8), ActionOrdered.class))
        .toList();
  }

  private ActionOrdered newest() {
    return ordered().get(ordered().size() - 1);
  }

  private static ActionTaken taken(ActionOrdered order) {
    return new ActionTaken(
        order.actionId(), order.caseId(), order.comment(), order.action(), true, "", Instant.now());
  }

  private static ActionFailed failed(ActionOrdered order, Why why, String words) {
    return new ActionFailed(
        order.actionId(),
        order.caseId(),
        order.comment(),
        order.action(),
        why,
        words,
        Instant.now());
  }

  private void hear(ActionResult result) throws SQLException {
    jdbi.useTransaction(t -> ObjectionResults.takeUp(t, result));
  }

  private void itsLastDayIsOver(UUID block) {
    objections.write(
        "update author_block set ends_at = clock_timestamp() - interval '1 minute' where block_id = ?",
        block);
  }

  @Test
  void aProposalListsTheViolationsWithTheirSealsAndOrdersNothing() {
    objections.sealed(id, 41);
    UUID block = proposed();

    String page = brandt.get("/blocks").asString();

    assertThat(page)
        .contains(
            "Three attacks.", "Sealed as record 41", "No evidence is sealed", "Approve: block");
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
    assertThat(propose(novak, today.plusDays(30), " ").asString()).contains("Give the reason");
    assertThat(
            novak
                .post("/cases/" + id + "/blocks", Map.of("last", "", "reason", "Attacks."))
                .asString())
        .contains("none is without an end");
    objections.write("update strike set voided_at = now() where case_id = ?", id);
    assertThat(propose(novak, today.plusDays(30), "Attacks.").asString()).contains("2 stand");
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
    assertThat(approve(brandt, own).asString()).contains("A second person must look at it");
    assertThatThrownBy(
            () ->
                objections.write("update author_block set state='approved', approved_by='brandt'"))
        .hasMessageContaining("check constraint");
    assertThat(ordered()).isEmpty();
  }

  @Test
  void aProposalWhoseViolationsNoLongerStandIsNotApproved() {
    UUID block = proposed();
    objections.write("update strike set voided_at = now() where case_id = ?", id);

    assertThat(approve(brandt, block).asString()).contains("2 stand");
    assertThat(brandt.get("/blocks").asString()).contains("no longer counts");
    assertThat(state(block)).isEqualTo("proposed");
  }

  @Test
  void aDeclinedProposalStaysOnTheRecordAndANewOneIsPossible() {
    UUID block = proposed();
    assertThat(propose(novak, LocalDate.now().plusDays(9), "Again.").asString())
        .contains("proposed or in force already");
    assertThat(end(brandt, block, "Too harsh.").statusCode()).isEqualTo(303);

    assertThat(brandt.get("/blocks").asString()).contains("Declined", "Too harsh.");
    assertThat(proposed()).isNotEqualTo(block);
    assertThat(ordered()).isEmpty();
  }

  @Test
  void itEndsByItselfOnTheDatabasesTimeAndOnce() throws SQLException {
    UUID block = active();
    assertThat(round.end()).isZero();
    assertThat(state(block)).isEqualTo("active");

    itsLastDayIsOver(block);
    round.end();
    round.end();

    assertThat(ordered())
        .extracting(ActionOrdered::action)
        .containsExactly(PlatformAction.BLOCK_AUTHOR, PlatformAction.UNBLOCK_AUTHOR);
    assertThat(newest().orderedBy()).isEqualTo("clock");
    hear(taken(newest()));
    assertThat(state(block)).isEqualTo("ended");
    assertThat(objections.rows("select kind from case_event where kind like '%block%' order by id"))
        .containsExactly(
            "block-proposed", "block-approved", "blocked", "unblock-ordered", "unblocked");
  }

  @Test
  void oneThatCannotBeEndedHoldsUpNoOther() throws SQLException {
    UUID broken = active();
    for (String comment : List.of("7", "8", "9")) {
      id = seed.aCase(comment).by("Lee Park").judged("hide", "1.1").decided("confirmed").there();
      objections.strike(id);
    }
    UUID good = active();
    itsLastDayIsOver(broken);
    itsLastDayIsOver(good);
    // Its order stands there already, under another block: what should never be.
    objections.write(
        "insert into block_order (action_id, block_id, act) values (?, ?, 'unblock')",
        hallmonitor.moderation.casework.CaseIds.ofBlockOrder(
            broken, hallmonitor.moderation.casework.Block.Order.UNBLOCK),
        good);

    round.end();

    assertThat(state(good)).isEqualTo("ending");
    assertThat(state(broken)).isEqualTo("active");
    assertThat(novak.get("/blocks").asString()).contains("card clock over");
  }

  @Test
  void aPersonEndsItEarlyWithAReason() throws SQLException {
    UUID block = active();
    assertThat(end(novak, block, "").asString()).contains("Give the reason");
    assertThat(end(novak, block, "They apologised.").statusCode()).isEqualTo(303);

    assertThat(newest().action()).isEqualTo(PlatformAction.UNBLOCK_AUTHOR);
    assertThat(newest().reason()).isEqualTo("They apologised.");
    assertThat(objections.rows("select actor || ' ' || act from audit"))
        .contains("novak unblock-ordered");
  }

  @Test
  void aPlatformThatRefusesIsShownAndNobodyCountsAsBlocked() throws SQLException {
    UUID block = proposed();
    approve(brandt, block);
    hear(failed(newest(), Why.NOT_SUPPORTED, "wordpress has no way to block an author."));

    assertThat(state(block)).isEqualTo("failed");
    assertThat(brandt.get("/blocks").asString())
        .contains("Nobody was blocked", "wordpress has no way to block an author.");
  }

  @Test
  void anUnblockThatIsRefusedStaysDueUntilSomebodyLiftsItByHand() throws SQLException {
    UUID block = active();
    itsLastDayIsOver(block);
    round.end();
    hear(failed(newest(), Why.REFUSED, "Lift it in the site's settings."));

    assertThat(brandt.get("/blocks").asString())
        .contains("Lift it in the site&#39;s settings.", "How it was lifted by hand");
    assertThat(end(novak, block, "In the settings.").statusCode()).isEqualTo(303);
    assertThat(state(block)).isEqualTo("ended");
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
  void anAppealAgainstABlockIsDecidedByAThirdPersonAndEndsIt() throws SQLException {
    UUID block = active();
    String reference =
        objections.rows("select reference from appeal_reference where about = 'block'").get(0);
    assertThat(
            novak
                .post(
                    "/cases/" + id + "/appeals",
                    Map.of(
                        "reference", reference, "channel", "letter", "who", "Dana", "why", "No."))
                .statusCode())
        .isEqualTo(303);
    String appeal = objections.rows("select appeal_id::text from appeal").get(0);
    Map<String, String> ruling =
        Map.of("version", "0", "ruling", "overturn", "reason", "Too long.");

    assertThat(brandt.post("/appeals/" + appeal + "/decision", ruling).statusCode()).isEqualTo(409);
    assertThat(
            Browser.signedIn("okafor")
                .post("/appeals/" + appeal + "/decision", ruling)
                .statusCode())
        .isEqualTo(303);

    assertThat(state(block)).isEqualTo("ending");
    assertThat(newest().action()).isEqualTo(PlatformAction.UNBLOCK_AUTHOR);
    assertThat(newest().reason()).isEqualTo("On appeal: Too long.");
    assertThat(objections.rows("select distinct state from review_case"))
        .containsExactly("confirmed");
  }

  @Test
  void whereThePlatformCannotBlockThePageSaysSoAndNothingElseIsOffered() {
    objections.platformCan("hide", "restore", "delete", "reply");

    assertThat(novak.get("/cases/" + id).asString())
        .contains("Not supported on this platform.")
        .doesNotContain("Propose a block");
    assertThat(propose(novak, LocalDate.now().plusDays(30), "Attacks.").asString())
        .contains("Not supported on this platform");
    assertThat(objections.rows("select state from author_block")).isEmpty();
  }

  @Test
  void whereTheDistrictLetsThemModeratorsReply() {
    objections.platformCan("hide", "reply");

    assertThat(novak.get("/cases/" + id + "/reply?template=hidden-comment").asString())
        .contains("https://comments.example.org/appeal?ref=");
  }
}
