package hallmonitor.moderation.console.authors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.PolicySeed;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Merges in a district that asks for a second person. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class AuthorMergeApprovalTest extends AuthorConsole {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String ASKS = "The second person reads it.";

  private ConsoleBrowser brandt;
  private String dana;
  private String kai;

  @BeforeEach
  void twoAuthorsAndAnAdministrator() {
    deciding.allowed("71", "Dana Reyes", "First words", Duration.ofDays(2));
    deciding.allowed("72", "Kai Ito", "Other words", Duration.ofDays(2));
    seed.person("brandt", "administrator", false);
    brandt = ConsoleBrowser.signedIn("brandt");
    dana = pageOf(novak, "71");
    kai = pageOf(novak, "72");
    opened(novak, kai);
    PolicySeed.edit(
        "decisions.yaml", "second-person:\n", "second-person:\n  merge-authors: [administrator]\n");
    await().atMost(SOON).until(() -> opened(novak, dana).contains(ASKS));
    propose(novak);
  }

  private void propose(ConsoleBrowser who) {
    who.post(
        dana + "/merges",
        Map.of(
            "form", UUID.randomUUID().toString(),
            "other", idOf(kai).toString(),
            "reason", "The same words each day."));
  }

  private ConsoleResponse approved() {
    opened(brandt, dana);
    opened(brandt, kai);
    return answer(brandt, "approve");
  }

  @AfterEach
  void stop() {
    PolicySeed.copyShippedFiles();
    await().atMost(SOON).until(() -> !opened(novak, dana).contains(ASKS));
  }

  private ConsoleResponse answer(ConsoleBrowser who, String answer) {
    String proposal =
        database.read(
            h -> h.createQuery("select proposal_id::text from proposal").mapTo(String.class).one());
    return who.post(kai + "/merges/" + proposal, Map.of("answer", answer));
  }

  @Test
  void aMergeHoldsOnceAnotherPersonApprovesIt() {
    assertThat(novak.get(dana).asString()).doesNotContain("Other words");
    assertThat(brandt.get("/proposals").asString())
        .contains("Show two authors as one person", "The same words each day.", "/authors/");
    assertThat(answer(novak, "approve").statusCode()).as("a moderator").isEqualTo(403);
    assertThat(answer(brandt, "approve").asString())
        .contains("Open the pages of both authors first.");

    assertThat(approved().statusCode()).isEqualTo(303);

    assertThat(opened(novak, dana)).contains("First words", "Other words", "approved by");
    assertThat(answer(brandt, "approve").statusCode()).as("only once").isEqualTo(409);
  }

  @Test
  void whoProposedAMergeCannotApproveIt() {
    answer(novak, "withdraw");
    database.write(h -> h.execute("delete from proposal"));
    opened(brandt, dana);
    opened(brandt, kai);
    propose(brandt);

    assertThat(answer(brandt, "approve").asString()).contains("You proposed this.");
    assertThat(opened(novak, dana)).doesNotContain("Other words");
  }

  @Test
  void aRejectedMergeChangesNothing() {
    assertThat(answer(brandt, "refuse").statusCode()).isEqualTo(303);

    assertThat(opened(novak, dana)).doesNotContain("Other words", "Waiting for approval");
  }

  @Test
  void aWithdrawnMergeChangesNothing() {
    assertThat(answer(brandt, "withdraw").statusCode()).as("not theirs").isEqualTo(409);

    assertThat(answer(novak, "withdraw").statusCode()).isEqualTo(303);

    assertThat(opened(novak, dana)).doesNotContain("Other words", "Waiting for approval");
  }

  @Test
  void takingAnAuthorOutNeedsNoSecondPerson() {
    assertThat(approved().statusCode()).isEqualTo(303);

    novak.post(
        dana + "/merges/parting",
        Map.of("author", idOf(kai).toString(), "reason", "Somebody else."));

    assertThat(opened(novak, dana)).doesNotContain("Other words");
  }
}
