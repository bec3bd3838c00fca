package hallmonitor.moderation.console.watch;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.console.seed.StaffSeed;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the place of a person who works only on the accounts in their charge. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class AccountAdministratorTest {
  @Inject ConsoleDatabase database;
  @Inject AccountWatch watch;

  private WatchSeed accounts;
  private Seed seed;
  private ConsoleBrowser coach;

  @BeforeEach
  void start() {
    accounts = new WatchSeed(database);
    accounts.nothing();
    accounts.people();
    seed = new Seed(database);
    new StaffSeed(database, seed).inCharge("coach", "reyes");
    coach = ConsoleBrowser.signedIn("coach");
    watch.look(WatchSeed.at("2027-03-01T09:00"));
  }

  @AfterEach
  void stop() {
    accounts.nothing();
  }

  private String home() {
    return coach.get("/home").asString();
  }

  @Test
  void theDeputySeesTheAccountsCasesAndNoOthers() {
    UUID own = seed.aCase("c1").saying("You are a damn fool").there();
    UUID other = seed.aCase("c2").on("practice-facebook").saying("You too").there();

    assertThat(coach.get("/queue").asString())
        .contains(own.toString())
        .doesNotContain(other.toString());
    assertThat(coach.get("/cases/" + own).statusCode()).isEqualTo(200);
    assertThat(coach.get("/cases/" + other).statusCode()).isEqualTo(404);
    assertThat(coach.get("/comments").asString()).contains("damn fool").doesNotContain("You too");
  }

  @Test
  void whoIsNoLongerTheDeputySeesNothingFromThenOn() {
    UUID own = seed.aCase("c1").there();
    assertThat(coach.get("/cases/" + own).statusCode()).isEqualTo(200);

    database.write(h -> h.execute("update register_entry set deputy = 'okafor'"));

    assertThat(coach.get("/cases/" + own).statusCode()).isEqualTo(404);
    assertThat(coach.get("/accounts").asString()).doesNotContain("account-practice\"");
  }

  @Test
  void whoIsNotLinkedIsKnownByTheAddressOfTheirSignIn() {
    UUID own = seed.aCase("c1").there();
    database.write(
        h -> {
          h.execute(
              "insert into district_person values ('reyes', 'm.reyes@maplevalley12.example') on conflict do nothing");
          return h.execute(
              "update console_user set told_as = null, email = 'm.reyes@maplevalley12.example' where user_name = 'coach'");
        });
    assertThat(coach.get("/cases/" + own).statusCode()).isEqualTo(200);

    database.write(h -> h.execute("update console_user set email = null"));
    assertThat(coach.get("/cases/" + own).statusCode()).isEqualTo(404);
  }

  @Test
  void theDeputyOfARequestThatNobodyApprovedSeesNothingOfTheAccount() {
    UUID own = seed.aCase("c1").there();

    database.write(h -> h.execute("update register_entry set state = 'requested'"));

    assertThat(coach.get("/cases/" + own).statusCode()).isEqualTo(404);
  }

  @Test
  void homeSaysWhatToDoAndWhatIsLateComesFirst() {
    assertThat(home()).contains("What to do", "Missing in the register").doesNotContain("Late");

    accounts.comment("c1", "2027-03-01T10:00");
    assertThat(home())
        .contains("New comments: Maple Valley High School news", "/accounts/practice/new")
        .doesNotContain("Late");

    watch.look(WatchSeed.at("2027-03-02T10:00"));
    assertThat(home()).containsSubsequence("New comments", "Late", "Missing in the register");
  }

  @Test
  void othersHaveNoInboxOfTheirOwn() {
    assertThat(ConsoleBrowser.signedIn("novak").get("/home").asString())
        .doesNotContain("What to do");
  }
}
