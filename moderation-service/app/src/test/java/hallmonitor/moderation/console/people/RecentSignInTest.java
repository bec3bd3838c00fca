package hallmonitor.moderation.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.console.seed.StaffSeed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an administrator's browser that was left open does not do. */
@ConsoleTest
class RecentSignInTest {
  @Inject ConsoleDatabase database;

  private ConsoleBrowser brandt;

  @BeforeEach
  void start() {
    Seed seed = new Seed(database);
    seed.nothing();
    StaffSeed staff = new StaffSeed(database, seed);
    staff.person("brandt", "administrator");
    staff.person("lopez", "moderator");
    brandt = ConsoleBrowser.signedIn("brandt");
    database.write(
        h -> h.execute("update console_session set began_at = now() - interval '11 minutes'"));
  }

  @Test
  void whatSignsAnotherPersonInChangesOnlyAfterARecentSignIn() {
    List<String> before = people();

    refused(brandt.post("/people/lopez/sign-in/email", Map.of("email", "me@maple.example")));
    refused(brandt.post("/people/lopez/sign-in/second-factor", Map.of("x", "x")));
    refused(brandt.post("/people/lopez", Map.of("act", "invite", "email", "me@maple.example")));
    refused(brandt.post("/people/lopez", Map.of("act", "reset")));
    assertThat(people()).isEqualTo(before);

    brandt.signIn("brandt", Seed.PASSWORD);
    brandt.post("/people/lopez/sign-in/email", Map.of("email", "me@maple.example"));
    assertThat(people()).isNotEqualTo(before).anyMatch(person -> person.contains("me@maple"));
  }

  @Test
  void accessThatStaysIsGivenOnlyAfterARecentSignIn() {
    List<String> before = people();

    refused(brandt.post("/people", newcomer("moderator", "hand")));
    refused(brandt.post("/people", newcomer("administrator", "invitation")));
    refused(brandt.post("/people/lopez", Map.of("act", "role", "role", "administrator")));
    assertThat(people()).isEqualTo(before);

    brandt.signIn("brandt", Seed.PASSWORD);
    assertThat(brandt.post("/people", newcomer("administrator", "hand")).asString())
        .contains("can sign in as ruiz");
    brandt.post("/people/lopez", Map.of("act", "role", "role", "administrator"));
    assertThat(people()).filteredOn(person -> person.contains(" administrator ")).hasSize(3);
  }

  @Test
  void otherAccessChangesWithoutOne() {
    assertThat(brandt.post("/people", newcomer("moderator", "invitation")).statusCode())
        .isEqualTo(303);
    assertThat(brandt.post("/people/lopez", Map.of("act", "role", "role", "auditor")).statusCode())
        .isEqualTo(200);
  }

  private static Map<String, Object> newcomer(String role, String way) {
    return Map.of(
        "userName",
        "ruiz",
        "displayName",
        "Ana Ruiz",
        "email",
        "ruiz@maple.example",
        "role",
        role,
        "way",
        way);
  }

  private static void refused(ConsoleResponse answer) {
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString()).contains("You signed in more than 10 minutes ago.");
  }

  private List<String> people() {
    return database.read(
        h ->
            h.select(
                    """
                    select user_name || ' ' || role || ' ' || coalesce(email, '') || ' ' || password_hash
                    from console_user order by user_name
                    """)
                .mapTo(String.class)
                .list());
  }
}
