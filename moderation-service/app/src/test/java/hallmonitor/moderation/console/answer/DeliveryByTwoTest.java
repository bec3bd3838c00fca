package hallmonitor.moderation.console.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.EmptyTables;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.drafting.DocumentFiles;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where an answer takes two people, no link to it is made before the second one approved. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class DeliveryByTwoTest extends AnswersAtWork {
  private static final String ROLES = "  release-records: [administrator, records-officer]\n";

  @Inject DocumentFiles files;

  @BeforeEach
  void aPackageThatIsReady() {
    EmptyTables.empty(database, "proposal");
    // Else the documents of the tests before would come back from the database.
    new PolicySeed(database).nothing();
    PolicySeed.edit("decisions.yaml", "second-person:\n", "second-person:\n" + ROLES);
    files.refresh();
    deciding.allowed("71", "Dana Reyes", "The bus was late", Duration.ofMinutes(9));
    asked("bus");
    releaseTheRest();
    make();
    sign();
  }

  @AfterEach
  void onePerson() {
    new PolicySeed(database).nothing();
    files.refresh();
  }

  private ConsoleResponse send(int version) {
    return officer.post(
        path + "/answer/links", Map.of("version", "" + version, "answer", answer().toString()));
  }

  @Test
  void theLinkWaitsForTheSecondPerson() {
    assertThat(page(officer, path + "/answer"))
        .contains("Propose the answer on the page of the request")
        .doesNotContain("Answer the request, and make a link");
    assertThat(send(0).asString()).contains("Your district asks for a second person.");
    assertThat(texts("select token_hash from records_delivery")).isEmpty();
    approved();

    ConsoleResponse sent = send(1);

    assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(200);
    assertThat(sent.asString()).contains("/records-request/answer/");
  }

  @Test
  void aPackageThatTheSecondPersonNeverSawHasNoLink() {
    approved();
    officer.post(path + "/answer/letter", Map.of("version", "0", "words", "Other words: {number}"));
    make();
    sign();
    assertThat(state()).isEqualTo("ready");

    assertThat(send(1).asString()).contains("No second person approved this package.");
    assertThat(texts("select token_hash from records_delivery")).isEmpty();
  }

  private void approved() {
    UUID form = UUID.randomUUID();
    officer.post(path + "/answer", Map.of("form", form.toString(), "version", "0", "note", "So."));
    second.post(path + "/answer/" + form, Map.of("answer", "approve", "note", "Read it."));
  }
}
