package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.drafting.DocumentFiles;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** As long as no state is named, no law is assumed and no request is taken. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class WithoutStateTest extends RequestsAtWork {
  @Inject DocumentFiles files;

  private void named(String line) {
    PolicySeed.edit("requests.yaml", "state: illinois\n", line);
    files.refresh();
  }

  @AfterEach
  void asShipped() {
    new PolicySeed(database).nothing();
    files.refresh();
  }

  @Test
  void thePublicFormIsClosedAndTheRegisterSaysWhatToDo() {
    named("");

    assertThat(outside.get("/records-request?lang=en").statusCode()).isEqualTo(404);
    assertThat(outside.get("/records-request?lang=en").asString())
        .contains("The district takes no requests by this form.");
    assertThat(send(filledIn()).statusCode()).isEqualTo(404);
    assertThat(page(officer, "/requests"))
        .contains("your state isn't set yet")
        .doesNotContain("Enter a request", "/records-request");
    assertThat(officer.get("/requests/new").statusCode()).isEqualTo(404);
    assertThat(officer.post("/requests", typed()).statusCode()).isEqualTo(404);
    assertThat(texts("select 1::text from records_request")).isEmpty();
  }

  @Test
  void anotherStateHasItsOwnDeadlineAndWhatWasPromisedStays() {
    String before = entered(typed());
    named("state: california\n");
    entered(typed("words", "By the law of California"));

    assertThat(
            texts(
                "select statute || ' ' || (due - received_on >= 10) from records_request order by"
                    + " position desc limit 1"))
        .containsExactly("california true");
    assertThat(page(officer, before))
        .as("the rules of its state are not those of the district any more")
        .doesNotContain("Extend the deadline");
  }

  @Test
  void aClosedFormLeavesTheRegisterOpen() {
    PolicySeed.edit("requests.yaml", "public-form: true\n", "public-form: false\n");
    files.refresh();

    assertThat(outside.get("/records-request").statusCode()).isEqualTo(404);
    assertThat(page(officer, entered(typed()))).contains("about lunch");
  }
}
