package hallmonitor.moderation.console.objections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.ObjectionSeed;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests appeals as moderators record and decide them. */
@ConsoleTest
class AppealsTest {
  @Inject ConsoleDatabase database;

  private Seed seed;
  private ObjectionSeed objections;
  private ConsoleBrowser novak;
  private ConsoleBrowser brandt;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    objections = new ObjectionSeed(database);
    objections.nobodyTried();
    seed.person("novak", "moderator", false);
    seed.person("brandt", "administrator", false);
    novak = ConsoleBrowser.signedIn("novak");
    brandt = ConsoleBrowser.signedIn("brandt");
  }

  private static ConsoleResponse write(ConsoleBrowser by, UUID caseId, String why) {
    String page = by.get("/cases/" + caseId).asString();
    return by.post(
        "/cases/" + caseId + "/appeals",
        Map.of(
            "form",
            UUID.randomUUID().toString(),
            "reference",
            ObjectionSeed.reference(page),
            "channel",
            "telephone",
            "who",
            "Dana Reyes",
            "contact",
            "555-0100",
            "why",
            why));
  }

  private UUID appeal(UUID caseId, String why) {
    assertThat(write(novak, caseId, why).statusCode()).isEqualTo(303);
    return UUID.fromString(
        objections
            .rows("select appeal_id::text from appeal order by received_at desc limit 1")
            .get(0));
  }

  private ConsoleResponse decide(ConsoleBrowser by, UUID appealId, String ruling, String reason) {
    String version =
        objections
            .rows(
                "select version::text from review_case rc join appeal a using (case_id) where"
                    + " appeal_id = '"
                    + appealId
                    + "'")
            .get(0);
    return by.post(
        "/appeals/" + appealId + "/decision",
        Map.of("version", version, "ruling", ruling, "reason", reason));
  }

  private List<String> states() {
    return objections.rows(
        "select state || ' by ' || decided_by || ': ' || reason from appeal where state <> 'open'");
  }

  @Test
  void eachHideHasOneReferenceThatIsShownOnItsCase() {
    UUID one = seed.aCase("1").there();
    UUID other = seed.aCase("2").there();
    UUID visible = seed.aCase("3").judged("review", "1.2").action("none", "").there();

    String first = ObjectionSeed.reference(novak.get("/cases/" + one).asString());

    assertThat(ObjectionSeed.reference(brandt.get("/cases/" + one).asString())).isEqualTo(first);
    assertThat(ObjectionSeed.reference(novak.get("/cases/" + other).asString()))
        .isNotEqualTo(first);
    assertThat(novak.get("/cases/" + visible).asString())
        .contains("this comment was never hidden")
        .doesNotContain("Record an appeal");
  }

  @Test
  void anAppealByTelephoneStandsWithItsClockAndIsAudited() {
    UUID id = seed.aCase("1").saying("You <i>damn</i> fool").there();
    appeal(id, "I quoted <b>the play</b>.");

    assertThat(novak.get("/appeals").asString())
        .contains(
            "I quoted &lt;b&gt;the play&lt;/b&gt;.",
            "by phone, recorded by <bdi>Petra Novak</bdi>",
            "You &lt;i&gt;damn&lt;/i&gt; fool",
            "data-due=");
    assertThat(novak.get("/cases/" + id).asString()).contains("Appeal received");
    assertThat(objections.rows("select actor || ' ' || act from audit"))
        .contains("novak appeal-received");
  }

  @Test
  void whatIsDueFirstComesFirstAndWhatIsOverdueSaysSo() {
    UUID late = appeal(seed.aCase("1").there(), "First.");
    UUID soon = appeal(seed.aCase("2").there(), "Second.");
    objections.write(
        "update appeal set due_at = clock_timestamp() - interval '2 days' where appeal_id = ?",
        soon);

    String page = brandt.get("/appeals").asString();

    assertThat(
            Pattern.compile("<li class=\"card clock (over)?[^>]*id=\"appeal-([0-9a-f-]{36})\"")
                .matcher(page)
                .results()
                .map(m -> m.group(2) + (m.group(1) == null ? "" : " over")))
        .containsExactly(soon + " over", late.toString());
    assertThat(page).contains("Overdue by 2 d");
  }

  @Test
  void overturningRestoresTheCommentThroughAnOrderAndVoidsTheStrike() {
    UUID id = seed.aCase("1").there();
    objections.strike(id);
    UUID appeal = appeal(id, "A quote.");

    ConsoleResponse answer = decide(brandt, appeal, "overturn", "It was a quote.");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(states()).containsExactly("overturned by brandt: It was a quote.");
    assertThat(seed.outgoing())
        .singleElement()
        .asString()
        .contains(
            "\"action\":\"RESTORE\"", "\"orderedBy\":\"brandt\"", "On appeal: It was a quote.");
    assertThat(objections.rows("select state || ' ' || action_state from review_case"))
        .containsExactly("restored restore-ordered");
    assertThat(objections.rows("select case_id::text from strike where voided_at is null"))
        .isEmpty();
    assertThat(objections.rows("select kind from case_event order by id"))
        .contains("appeal-received", "appeal-overturned", "restore-ordered");
    assertThat(objections.rows("select act from audit where actor = 'brandt'"))
        .contains("appeal-overturned", "restore");
  }

  @Test
  void upholdingLeavesTheHideAndConfirmsWhatNobodyHadConfirmed() {
    UUID id = seed.aCase("1").there();
    UUID appeal = appeal(id, "A quote.");

    assertThat(decide(brandt, appeal, "uphold", "An insult.").statusCode()).isEqualTo(303);

    assertThat(states()).containsExactly("upheld by brandt: An insult.");
    assertThat(objections.rows("select state || ' ' || action_state from review_case"))
        .containsExactly("confirmed hidden");
    assertThat(seed.outgoing()).isEmpty();
    assertThat(brandt.get("/appeals?state=decided").asString())
        .contains("Upheld</strong> by <bdi>Elias Brandt", "An insult.");
  }

  @Test
  void anyoneWhoHidOrConfirmedItDoesNotDecideItInTheConsoleNorInTheDatabase() {
    UUID id = seed.aCase("1").there();
    novak.post("/cases/" + id + "/decision", Map.of("decision", "confirm", "version", "0"));
    UUID appeal = appeal(id, "A quote.");

    assertThat(novak.get("/appeals").asString())
        .contains("You took part in the decision being appealed. Another person must decide it.")
        .doesNotContain("name=\"ruling\"");
    assertThat(decide(novak, appeal, "uphold", "I was right.").statusCode()).isEqualTo(409);
    assertThatThrownBy(
            () ->
                objections.write(
                    """
                    update appeal set state = 'upheld', decided_by = 'novak', decided_at = now(), reason = 'x'
                    """))
        .hasMessageContaining("must be decided by another person");
    assertThat(states()).isEmpty();
    assertThat(decide(brandt, appeal, "uphold", "An insult.").statusCode()).isEqualTo(303);
  }

  @Test
  void whatIsDecidedStaysSo() {
    UUID appeal = appeal(seed.aCase("1").there(), "A quote.");
    decide(brandt, appeal, "uphold", "An insult.");

    assertThat(decide(brandt, appeal, "overturn", "Or not.").asString())
        .contains("already &#39;upheld&#39;");
    assertThatThrownBy(() -> objections.write("update appeal set reason = 'other'"))
        .hasMessageContaining("is upheld already");
    assertThat(states()).containsExactly("upheld by brandt: An insult.");
  }

  @Test
  void aRulingNamesWhatWasLookedAtAndItsReason() {
    UUID appeal = appeal(seed.aCase("1").there(), "A quote.");

    assertThat(decide(brandt, appeal, "overturn", "  ").asString()).contains("Enter a reason");
    assertThat(
            brandt
                .post(
                    "/appeals/" + appeal + "/decision",
                    Map.of("version", "7", "ruling", "overturn", "reason", "A quote."))
                .asString())
        .contains("The case changed after you opened it");
    assertThat(decide(brandt, appeal, "forgive", "A quote.").statusCode()).isEqualTo(404);
    assertThat(
            brandt
                .post(
                    "/appeals/" + UUID.randomUUID() + "/decision",
                    Map.of("version", "0", "ruling", "uphold", "reason", "x"))
                .statusCode())
        .isEqualTo(404);
    assertThat(states()).isEmpty();
    assertThat(seed.outgoing()).isEmpty();
  }

  @Test
  void whereEvidenceIsKeptTheLedgerHearsOfTheAppealAndItsEnd() {
    UUID id = seed.aCase("1").there();
    seed.escalated(id, UUID.randomUUID());
    UUID appeal = appeal(id, "A quote.");
    decide(brandt, appeal, "uphold", "A threat.");

    assertThat(seed.outgoing())
        .anySatisfy(e -> assertThat(e).contains("CaseChanged", "appeal-received", "A quote."))
        .anySatisfy(e -> assertThat(e).contains("CaseChanged", "appeal-upheld", "A threat."));
  }

  @Test
  void theFiguresTellHowOftenEachClauseWasOverturned() {
    UUID first = appeal(seed.aCase("1").judged("hide", "1.1").there(), "One.");
    UUID second = appeal(seed.aCase("2").judged("hide", "1.1").there(), "Two.");
    appeal(seed.aCase("3").judged("hide", "2.1").there(), "Three.");
    decide(brandt, first, "overturn", "Wrong.");
    decide(brandt, second, "uphold", "Right.");

    assertThat(brandt.get("/appeals").asString().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
        .contains("1.1 0 1 1 50%", "2.1 1 0 0 none decided");
  }

  @Test
  void anAppealUnderTheReferenceOfAnotherCaseIsRefused() {
    UUID id = seed.aCase("1").there();
    String other =
        ObjectionSeed.reference(novak.get("/cases/" + seed.aCase("2").there()).asString());

    ConsoleResponse answer =
        novak.post(
            "/cases/" + id + "/appeals",
            Map.of("reference", other, "channel", "letter", "who", "Dana", "why", "So."));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(objections.rows("select appellant from appeal")).isEmpty();
  }

  @Test
  void whereBlockingIsOffNobodyIsBlocked() {
    UUID id = seed.aCase("1").decided("confirmed").there();
    objections.platformCan("hide", "block-author", "unblock-author");

    assertThat(novak.get("/cases/" + id).asString())
        .contains("Blocking is off in this district")
        .doesNotContain("Propose a block");
    assertThat(
            novak
                .post(
                    "/cases/" + id + "/blocks", Map.of("last", "2099-01-01", "reason", "Attacks."))
                .asString())
        .contains("Blocking is off in this district");
    assertThat(brandt.get("/blocks").asString()).contains("Blocking is off in this district");
    assertThat(objections.rows("select state from author_block")).isEmpty();
  }
}
