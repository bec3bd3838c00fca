package hallmonitor.moderation.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.PolicySeed;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.console.seed.StaffSeed;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests changes of access in a district that asks for a second person. */
@ConsoleTest
@TestProfile(PolicySeed.OwnFolder.class)
class AccessApprovalTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  @Inject ConsoleDatabase database;

  private ConsoleBrowser brandt;
  private ConsoleBrowser haddad;

  @BeforeEach
  void start() {
    Seed seed = new Seed(database);
    seed.nothing();
    database.write(h -> h.execute("truncate proposal"));
    StaffSeed staff = new StaffSeed(database, seed);
    staff.person("brandt", "administrator");
    staff.person("haddad", "administrator");
    staff.person("lopez", "moderator");
    brandt = ConsoleBrowser.signedIn("brandt");
    haddad = ConsoleBrowser.signedIn("haddad");
    PolicySeed.askSecondPerson();
    await().atMost(SOON).until(() -> brandt.get("/people/new").asString().contains("who approves"));
  }

  @AfterEach
  void stop() {
    PolicySeed.copyShippedFiles();
    await()
        .atMost(SOON)
        .until(() -> !brandt.get("/people/new").asString().contains("who approves"));
    database.write(h -> h.execute("truncate proposal"));
  }

  @Test
  void aNewRoleTakesEffectOnceAnotherAdministratorApproves() {
    ConsoleResponse proposed = role("administrator", "She runs the office now.");

    assertThat(proposed.asString()).contains("Waiting for approval", "Administrator · all schools");
    assertThat(stored("role")).isEqualTo("moderator");
    assertThat(haddad.get("/proposals").asString())
        .contains("Change the access of", "She runs the office now.", "/people/lopez#approval");
    assertThat(answer(brandt, "approve").statusCode()).as("the proposer").isEqualTo(409);
    assertThat(stored("role")).isEqualTo("moderator");

    assertThat(answer(haddad, "approve").statusCode()).isEqualTo(303);

    assertThat(stored("role")).isEqualTo("administrator");
    assertThat(answer(haddad, "approve").statusCode()).as("only once").isEqualTo(409);
  }

  @Test
  void aChangeThatTwoPersonsApprovedTiesTheAccountToNeither() {
    role("administrator", "She runs the office now.");
    answer(haddad, "approve");

    assertThat(stored("role")).isEqualTo("administrator");
    assertThat(
            database.<Integer>read(
                h ->
                    h.createQuery("select count(*) from account_change where account = 'lopez'")
                        .mapTo(int.class)
                        .one()))
        .isZero();
  }

  @Test
  void aRejectedChangeChangesNothing() {
    role("auditor", "A test.");

    assertThat(answer(haddad, "refuse").statusCode()).isEqualTo(303);

    assertThat(stored("role")).isEqualTo("moderator");
    assertThat(haddad.get("/people/lopez").asString()).doesNotContain("Waiting for approval");
  }

  @Test
  void aRemovalNeedsASecondPersonButSuspendingDoesNot() {
    ConsoleBrowser lopez = ConsoleBrowser.signedIn("lopez");
    brandt.post("/people/lopez", Map.of("act", "remove", "note", "She left."));
    assertThat(lopez.get("/queue").statusCode()).isEqualTo(200);

    brandt.post("/people/lopez", Map.of("act", "suspend"));
    assertThat(lopez.get("/queue").header("Location")).endsWith("/sign-in");

    answer(haddad, "approve");
    assertThat(haddad.get("/people/lopez").asString()).contains("Access removed");
  }

  @Test
  void anInvitedPersonIsOutAndGetsNoMailUntilItIsApproved() {
    ConsoleResponse invited =
        brandt.post(
            "/people",
            Map.of(
                "displayName",
                "Ana Ruiz",
                "email",
                "ana@maple.example",
                "role",
                "administrator",
                "note",
                "New director."));
    assertThat(invited.statusCode()).isEqualTo(303);
    assertThat(invitations()).isZero();
    assertThat(brandt.get("/people?q=ana").asString()).contains("Waiting for approval");
    for (String act : new String[] {"reset", "restore"}) {
      brandt.post("/people/ana", Map.of("act", act));
    }
    assertThat(database.<String>read(h -> locked(h, "ana"))).isEqualTo("infinity");

    answer(haddad, "ana", "approve");

    assertThat(invitations()).isEqualTo(1);
  }

  @Test
  void nobodyAnswersAboutTheirOwnAccess() {
    brandt.post(
        "/people/haddad", Map.of("act", "role", "role", "auditor", "note", "A new position."));

    ConsoleResponse own = answer(haddad, "haddad", "refuse");

    assertThat(own.statusCode()).isEqualTo(409);
    assertThat(own.asString()).contains("about your own access");
  }

  @Test
  void aProposalWithoutAReasonIsRefused() {
    ConsoleResponse none = brandt.post("/people/lopez", Map.of("act", "role", "role", "auditor"));

    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.asString()).contains("Enter a reason");
  }

  private ConsoleResponse role(String role, String reason) {
    return brandt.post("/people/lopez", Map.of("act", "role", "role", role, "note", reason));
  }

  private ConsoleResponse answer(ConsoleBrowser who, String answer) {
    return answer(who, "lopez", answer);
  }

  private ConsoleResponse answer(ConsoleBrowser who, String name, String answer) {
    String id =
        database.read(
            h ->
                h.select("select proposal_id::text from proposal order by proposed_at desc limit 1")
                    .mapTo(String.class)
                    .one());
    return who.post("/people/" + name + "/approval/" + id, Map.of("answer", answer, "note", "Ok."));
  }

  private int invitations() {
    return database.read(h -> h.select("select count(*) from invitation").mapTo(int.class).one());
  }

  private static String locked(org.jdbi.v3.core.Handle h, String name) {
    return h.select("select locked_until::text from console_user where user_name = ?", name)
        .mapTo(String.class)
        .one();
  }

  private String stored(String column) {
    return database.read(
        h ->
            h.select("select " + column + " from console_user where user_name = 'lopez'")
                .mapTo(String.class)
                .one());
  }
}
