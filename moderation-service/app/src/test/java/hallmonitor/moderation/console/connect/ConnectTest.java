package hallmonitor.moderation.console.connect;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.contract.event.CredentialPlace;
import hallmonitor.contract.event.CredentialReception;
import hallmonitor.contract.event.CredentialResult.Why;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.PolicySeed;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that an administrator connects an account, through a real broker and database. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class ConnectTest extends ConnectingTests {
  @Test
  void anAccountIsConnectedSeenAndWrittenIntoADraftOfTheDistrictsFile() {
    String page = begun();
    assertThat(brandt.get(page).asString())
        .contains("Application password", "https://blog.example.org/wp-admin/profile.php");

    assertThat(handOver(brandt, page + "/credential", "abcd efgh").statusCode()).isEqualTo(303);
    assertThat(brandt.get(page).asString()).contains("It is being tested on WordPress.");
    assertThat(brandt.part(page + "/answer").statusCode()).isEqualTo(204);
    assertThat(ingest.secret()).isEqualTo("novak:abcd efgh");
    assertThat(ingest.order().place())
        .isEqualTo(
            new CredentialPlace(
                "maple-valley-blog", "wordpress", "https://blog.example.org", "maple-valley-blog"));
    ingest.connects();

    assertThat(brandt.part(page + "/answer").asString())
        .contains("It works", "Game &lt;b&gt;day&lt;/b&gt;", "https://blog.example.org/7#comment-1")
        .contains("Nothing is read yet");
    ConsoleResponse filed = brandt.post(page + "/filing", Map.of());
    assertThat(filed.statusCode()).isEqualTo(303);
    assertThat(brandt.get(filed.header("Location")).asString())
        .contains("Maple Valley blog")
        .doesNotContain("mistakes to fix");
    assertThat(draft())
        .contains("id: maple-valley-blog", "base-url: \"https://blog.example.org\"", "kind: school")
        .contains("credential: maple-valley-blog")
        .doesNotContain("abcd");
    assertThat(audited())
        .contains(
            "brandt account-connection-begun account maple-valley-blog",
            "brandt credential-handed-over account maple-valley-blog");
  }

  private String draft() {
    return database.read(
        h -> h.select("select body from document_draft").mapTo(String.class).one());
  }

  @Test
  void nothingThatTheConsoleKeepsHoldsThePassword() {
    handOver(brandt, begun() + "/credential", "geheim-4711");

    for (String table : List.of("connection", "audit", "outgoing", "credential_reception")) {
      assertThat(
              database.<Integer>read(
                  h ->
                      h.select("select count(*) from " + table + " t where t::text like '%geheim%'")
                          .mapTo(int.class)
                          .one()))
          .as(table)
          .isZero();
    }
    assertThat(seed.outgoing()).noneMatch(event -> event.contains("geheim"));
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  void aRefusalSaysWhatToDoAndThePasswordCanBeEnteredAgain(Why why) {
    String page = begun();
    handOver(brandt, page + "/credential", "wrong");
    ingest.refuses(why);

    String refused = brandt.get(page).asString();
    assertThat(refused)
        .contains("Not accepted.", "Test and save")
        .doesNotContain("value=\"wrong\"");
    boolean said = EnumSet.of(Why.SIGN_IN, Why.REFUSED, Why.UNREACHABLE, Why.FAILED).contains(why);
    assertThat(refused.contains("It says &lt;i&gt;no&lt;/i&gt;."))
        .as("what the platform said beside the console's own words, in English")
        .isEqualTo(said);
    handOver(brandt, page + "/credential", "right");
    ingest.connects();
    assertThat(brandt.get(page).asString()).contains("It works").doesNotContain("Test and save");
  }

  @ParameterizedTest
  @CsvSource({
    "name, '', Enter the name of the page",
    "base-url, http://blog.example.org, starts with https://",
    "base-url, https://a:b@blog.example.org, holds no user name",
    "building, nowhere, Choose the school.",
    "kind, private, Choose the kind of account.",
    "administrator, nobody, Choose who looks after the account.",
    "id, Maple High, lower-case letters"
  })
  void whatIsMissingOrWrongIsSaidAndTheRestStaysInTheForm(
      String field, String value, String words) {
    ConsoleResponse refused = brandt.post("/connections/new/wordpress", blogWith(field, value));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString()).contains(words);
    if (!field.equals("name")) {
      assertThat(refused.asString()).contains("value=\"Maple Valley blog\"");
    }
  }

  @Test
  void anAccountThatTheDistrictHasIsNotConnectedAgain() {
    String connected =
        PolicySeed.inFile("district.yaml")
            .replaceAll("(?s).*accounts:\\s*\\n\\s*- id: (\\S+).*", "$1");

    ConsoleResponse refused = brandt.post("/connections/new/wordpress", blogWith("id", connected));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString()).contains("There is an account with the short name " + connected);
  }

  @Test
  void anEmptyFieldOrALineBreakIsNotHandedOver() {
    String page = begun() + "/credential";

    assertThat(handOver(brandt, page, "").asString()).contains("Fill in every field.");
    assertThat(handOver(brandt, page, "a\nb").asString()).contains("line break");
    assertThat(ingest.orders()).isEmpty();
  }

  @Test
  void withoutAKeyThePageSaysWhatIsWrongAndNothingIsSent() {
    ingest.says(
        new CredentialReception(
            Optional.empty(), Optional.of("The key is missing."), List.of(), Instant.now()));
    String page = begun();

    assertThat(brandt.get(page).asString())
        .contains("takes no passwords now", "The key is missing.");
    assertThat(handOver(brandt, page + "/credential", "secret").statusCode()).isEqualTo(422);
    assertThat(ingest.orders()).isEmpty();
  }

  @Test
  void anotherPasswordForAnAccountKeepsItsPlaceAndNeedsNoDraft() {
    ConsoleResponse begun = brandt.post("/connections/renewal", Map.of("account", "practice"));
    String page = begun.header("Location").replaceAll("^https?://[^/]+", "");
    assertThat(brandt.get(page).asString()).contains("works until the new one is accepted");

    handOver(brandt, page + "/credential", "new");
    assertThat(ingest.order().key()).isEqualTo("practice");
    ingest.connects();

    assertThat(brandt.get(page).asString()).contains("The new password is in use");
    assertThat(brandt.post(page + "/filing", Map.of()).statusCode()).isEqualTo(404);
    assertThat(audited()).contains("brandt account-renewal-begun account practice");
  }

  @Test
  void anAccountThatMovedInTheMeantimeGetsNothing() {
    String page =
        brandt
            .post("/connections/renewal", Map.of("account", "practice"))
            .header("Location")
            .replaceAll("^https?://[^/]+", "");
    database.write(h -> h.execute("update connection set address = 'https://old.example.org'"));

    ConsoleResponse refused = handOver(brandt, page + "/credential", "secret");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString()).contains("web address was changed in the meantime");
    assertThat(ingest.orders()).isEmpty();
  }

  @Test
  void whatIsEndedTakesNothingMore() {
    String page = begun();
    assertThat(brandt.get("/connections").asString()).contains("Maple Valley blog");

    brandt.post(page + "/end", Map.of());

    assertThat(handOver(brandt, page + "/credential", "secret").statusCode()).isEqualTo(422);
    assertThat(brandt.get("/connections").asString())
        .doesNotContain("Maple Valley blog")
        .contains("Nothing is being connected.");
    assertThat(ingest.orders()).isEmpty();
  }

  @Test
  void anAccountThatWorksButIsTheWrongOneIsGivenUpAndItsPasswordRemoved() {
    String page = begun();
    handOver(brandt, page + "/credential", "secret");
    ingest.connects();

    brandt.post(page + "/end", Map.of());

    assertThat(ingest.orders())
        .last()
        .isInstanceOfSatisfying(
            CredentialOrder.Remove.class,
            r -> assertThat(r.place().account()).isEqualTo("maple-valley-blog"));
    assertThat(brandt.post(page + "/filing", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void twoConnectionsNeverHaveOneShortName() {
    begun();

    ConsoleResponse again = brandt.post("/connections/new/wordpress", BLOG);

    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.asString()).contains("is being connected already");
  }

  @Test
  void aModeratorConnectsNothing() {
    String page = begun();

    assertThat(novak.get("/connections").statusCode()).isEqualTo(403);
    assertThat(novak.get(page).statusCode()).isEqualTo(403);
    assertThat(handOver(novak, page + "/credential", "x").statusCode()).isEqualTo(403);
    assertThat(ingest.orders()).isEmpty();
  }
}
