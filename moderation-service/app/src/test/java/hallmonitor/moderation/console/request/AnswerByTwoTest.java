package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.EmptyTables;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.drafting.DocumentFiles;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Where the district asks for it, one person proposes the answer to a request and another approves
 * it.
 */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class AnswerByTwoTest extends RedactionsAtWork {
  private static final String ROLES = "  release-records: [administrator, records-officer]\n";

  @Inject DocumentFiles files;

  private final UUID form = UUID.randomUUID();

  /** Entered in {@link #twoPeople}, since documents of the tests before can name no state. */
  @Override
  void aRequest() {}

  @BeforeEach
  void twoPeople() throws SQLException {
    EmptyTables.empty(database, "proposal");
    new PolicySeed(database).nothing();
    PolicySeed.edit("decisions.yaml", "second-person:\n", "second-person:\n" + ROLES);
    files.refresh();
    super.aRequest();
    found("91", "Zora Pell", "The bus left Toby Wren");
    decide(0, "release");
  }

  @AfterEach
  void onePerson() {
    new PolicySeed(database).nothing();
    files.refresh();
  }

  private ConsoleResponse propose() {
    return officer.post(
        path + "/answer", Map.of("form", form.toString(), "version", "0", "note", "For Sam Ortiz"));
  }

  private ConsoleResponse answer(ConsoleBrowser browser, String answer) {
    return browser.post(path + "/answer/" + form, Map.of("answer", answer, "note", "Read it."));
  }

  private String state() {
    return one("select state from records_request");
  }

  @Test
  void oneProposesAndAnotherApproves() {
    assertThat(page(officer, path))
        .contains("Propose the answer")
        .doesNotContain("Mark as answered");
    assertThat(move(officer, path, 0, "answered").asString())
        .contains("Your district asks for a second person.");
    assertThat(propose().statusCode()).isEqualTo(303);
    assertThat(answer(officer, "approve").asString()).contains("You proposed this.");
    assertThat(state()).isEqualTo("in-review");
    assertThat(page(second, "/proposals")).contains("Answer the request R-", path + "#next");

    assertThat(answer(second, "approve").statusCode()).isEqualTo(303);

    assertThat(state()).isEqualTo("answered");
    assertThat(page(officer, path))
        .contains("Proposed the answer", "Marked as answered", "Read it.");
    assertThat(texts("select actor || ' ' || act from audit where act like '%release-records'"))
        .containsExactlyInAnyOrder("vega propose-release-records", "okoro approve-release-records");
    assertThat(texts("select detail from audit")).as("notes").noneMatch(d -> d.contains("Ortiz"));
  }

  @Test
  void whatChangedAfterTheProposalIsNotApproved() {
    propose();
    redact(0, "words", "Toby", "version", "1");
    assertThat(answer(second, "approve").asString())
        .contains("Items changed after this was proposed.");
    decide(0, "redact", "version", "2");

    assertThat(answer(second, "approve").asString())
        .contains("Items changed after this was proposed.");

    assertThat(state()).isEqualTo("in-review");
    assertThat(answer(second, "refuse").statusCode()).isEqualTo(303);
    assertThat(page(officer, path)).contains("Rejected the proposed answer", "Propose the answer");
  }

  @Test
  void anAccountOfOnesOwnMakingIsNoSecondPerson() {
    propose();
    database.write(
        h ->
            h.execute(
                "insert into audit (actor, act, target, detail) values ('vega', 'person-added', 'okoro', '')"));

    ConsoleResponse alone = answer(second, "approve");

    assertThat(alone.statusCode()).isEqualTo(409);
    assertThat(alone.asString()).contains("count as two people");
    assertThat(state()).isEqualTo("in-review");
  }

  @Test
  void onlyTheNamedRolesApprove() {
    PolicySeed.edit("decisions.yaml", ROLES, "  release-records: [administrator]\n");
    files.refresh();
    propose();

    assertThat(answer(second, "approve").statusCode()).isEqualTo(403);

    assertThat(state()).isEqualTo("in-review");
  }

  @Test
  void whoDoesNotSeeAllItemsDoesNotApprove() {
    staff.person("elsewhere", "records-officer", "no-such-school");
    ConsoleBrowser elsewhere = ConsoleBrowser.signedIn("elsewhere");
    propose();

    assertThat(page(elsewhere, path))
        .contains("items of schools that you don't see")
        .doesNotContain("Approve: the request is answered");
    assertThat(answer(elsewhere, "approve").statusCode()).isEqualTo(409);
    assertThat(state()).isEqualTo("in-review");
    assertThat(answer(second, "approve").statusCode()).isEqualTo(303);
  }

  @Test
  void whatIsNotDecidedIsNotProposed() throws SQLException {
    found("92", "Kai Lund", "Late");

    assertThat(propose().asString()).contains("Nobody decided these items yet: 1");
    assertThat(answer(officer, "withdraw").asString()).contains("That proposal does not exist.");
  }

  @Test
  void theProposerCanWithdraw() {
    propose();
    propose();

    assertThat(answer(officer, "withdraw").statusCode()).isEqualTo(303);

    assertThat(texts("select state from proposal")).containsExactly("withdrawn");
    assertThat(page(officer, path)).contains("Withdrew the proposed answer");
  }
}
