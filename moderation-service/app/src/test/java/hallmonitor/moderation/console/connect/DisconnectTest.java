package hallmonitor.moderation.console.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.contract.event.CredentialOrder;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.store.connect.Disconnections;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that accounts are disconnected, and that many are begun from a sheet. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class DisconnectTest extends ConnectingTests {
  private static final String PATH = "/disconnections/practice";

  @Inject Disconnections disconnections;

  private ConsoleResponse disconnect(String typed, String reason) {
    return brandt.post(PATH, Map.of("typed", typed, "reason", reason));
  }

  private static District withoutPractice() {
    return DistrictFile.read(
        """
        district: Test District
        buildings: [{ id: high, name: High School }]
        people: [{ id: novak, name: Petra Novak, email: novak@example.org, roles: [{ role: account-administrator }] }]
        """);
  }

  @Test
  void anAccountIsTakenOutInADraftAndItsPasswordIsRemovedOnceTheFileLacksIt() {
    assertThat(brandt.get(PATH).asString()).contains("that includes threats");

    ConsoleResponse drafted = disconnect("practice", "The blog is closed.");

    assertThat(drafted.statusCode()).isEqualTo(303);
    assertThat(drafted.header("Location")).contains("/policy/drafts/");
    String draft =
        database.read(h -> h.select("select body from document_draft").mapTo(String.class).one());
    assertThat(draft).doesNotContain("- id: practice\n").contains("- id: practice-facebook");
    assertThat(brandt.get("/connections").asString())
        .contains("The blog is closed.", "Needs approval");
    assertThat(ingest.orders()).isEmpty();

    disconnections.carryOut(withoutPractice(), Instant.now());
    disconnections.carryOut(withoutPractice(), Instant.now());

    assertThat(ingest.orders())
        .singleElement()
        .isInstanceOfSatisfying(
            CredentialOrder.Remove.class,
            r -> assertThat(r.place().credential()).isEqualTo("practice"));
    assertThat(audited())
        .contains(
            "brandt account-disconnection-asked account practice",
            "brandt account-disconnected account practice");
    ingest.removes();
    await()
        .untilAsserted(
            () -> assertThat(brandt.get("/connections").asString()).contains("Password removed"));
  }

  @Test
  void withoutTheShortNameOrAReasonNothingHappens() {
    assertThat(disconnect("practise", "It is closed.").statusCode()).isEqualTo(422);
    ConsoleResponse noReason = disconnect("practice", " ");

    assertThat(noReason.statusCode()).isEqualTo(422);
    assertThat(noReason.asString()).contains("Enter a reason");
    assertThat(disconnections.newest()).isEmpty();
    assertThat(
            database.<Integer>read(
                h -> h.select("select count(*) from document_draft").mapTo(int.class).one()))
        .isZero();
  }

  @Test
  void aModeratorDisconnectsNothing() {
    assertThat(novak.post(PATH, Map.of("typed", "practice", "reason", "x")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void manyAreBegunFromASheetAfterAPreview() {
    String sheet =
        """
        name,platform,building,kind,administrator,base-url,holder,email
        Band blog,wordpress,maple-high,school-based-group,novak,https://band.example.org,Ana Ruiz,ana@maple.example
        Chess blog,wordpress,maple-high,school-based-group,novak,https://chess.example.org,,
        """;

    assertThat(brandt.post("/connections/sheet", Map.of("rows", sheet)).asString())
        .contains("What will be done", "Link to <bdi>ana@maple.example</bdi>", "Password later");
    assertThat(brandt.get("/connections").asString()).doesNotContain("Band blog");

    brandt.post("/connections/sheet", Map.of("rows", sheet, "confirmed", "true"));

    assertThat(brandt.get("/connections").asString()).contains("Band blog", "Chess blog");
    List<String> links =
        database.read(
            h -> h.select("select email from connection_invitation").mapTo(String.class).list());
    assertThat(links).containsExactly("ana@maple.example");
  }

  @Test
  void aSheetWithAMistakeBeginsNothing() {
    String sheet =
        "name,platform,building,kind,administrator,password\nA,wordpress,maple-high,school,novak,geheim\n";

    ConsoleResponse refused =
        brandt.post("/connections/sheet", Map.of("rows", sheet, "confirmed", "true"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString()).contains("Passwords never go into a sheet.");
    assertThat(brandt.get("/connections").asString()).contains("Nothing is being connected.");
  }
}
