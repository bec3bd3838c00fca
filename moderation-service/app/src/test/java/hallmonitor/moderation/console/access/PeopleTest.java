package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.console.seed.StaffSeed;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests how an administrator assigns and removes roles and buildings. */
@ConsoleTest
class PeopleTest {
  @Inject ConsoleDatabase database;

  private Seed seed;
  private StaffSeed staff;
  private ConsoleBrowser brandt;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    staff = new StaffSeed(database, seed);
    staff.person("brandt", "administrator");
    staff.person("lopez", "moderator");
    brandt = ConsoleBrowser.signedIn("brandt");
  }

  @Test
  void aRoleAndItsBuildingsCountAtOnceAlsoInARunningSession() {
    UUID there = seed.aCase("1").in(StaffSeed.OTHER).there();
    ConsoleBrowser lopez = ConsoleBrowser.signedIn("lopez");
    assertThat(lopez.get("/cases/" + there).statusCode()).isEqualTo(200);

    Response answer = set("lopez", "building-administrator", StaffSeed.OWN);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString()).contains("Building administrator · Maple Valley High School");
    assertThat(lopez.get("/cases/" + there).statusCode()).isEqualTo(404);
    assertThat(lopez.get("/my-building").statusCode()).isEqualTo(200);
    assertThat(stored("lopez")).isEqualTo("building-administrator {maple-high}");
    assertThat(audit()).contains("brandt role-set lopez building-administrator of maple-high");
  }

  @Test
  void aBuildingAdministratorHasABuildingAndAnAdministratorHasNone() {
    Response none = set("lopez", "building-administrator");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.asString()).contains("lopez was not changed", "choose at least one");

    Response limited = set("lopez", "administrator", StaffSeed.OWN);
    assertThat(limited.statusCode()).isEqualTo(422);
    assertThat(limited.asString()).contains("never limited to buildings");

    assertThat(set("lopez", "king").statusCode()).isEqualTo(422);
    assertThat(set("lopez", "moderator", "no-such-school").statusCode()).isEqualTo(404);
    assertThat(stored("lopez")).isEqualTo("moderator {}");
  }

  @Test
  void aRefusedNewPersonStaysInTheForm() {
    Response refused =
        brandt.post(
            "/people",
            Map.of(
                "userName",
                "ruiz",
                "displayName",
                "Ana \"R\" Ruiz",
                "role",
                "building-administrator"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains("choose at least one", "value=\"ruiz\"", "value=\"Ana &quot;R&quot; Ruiz\"")
        .containsPattern("value=\"building-administrator\" checked");

    Response added =
        brandt.post(
            "/people",
            Map.of(
                "userName",
                "ruiz",
                "displayName",
                "Ana",
                "role",
                "records-officer",
                "building",
                "maple-high"));
    assertThat(added.asString()).contains("Ana can sign in as ruiz");
    assertThat(stored("ruiz")).isEqualTo("records-officer {maple-high}");
  }

  @Test
  void aBuildingThatTheDistrictNoLongerHasCanBeKeptOrTakenAway() {
    staff.person("old", "moderator", "closed-school");

    assertThat(brandt.get("/people").asString()).contains("value=\"closed-school\" checked");
    assertThat(set("old", "auditor", "closed-school").statusCode()).isEqualTo(200);
    assertThat(set("old", "auditor").statusCode()).isEqualTo(200);
    assertThat(stored("old")).isEqualTo("auditor {}");
  }

  @Test
  void oneAdministratorRemainsWhoeverTakesTheOthersAccessFirst() {
    assertThat(set("brandt", "moderator").asString()).contains("so that one always remains");
    for (int round = 0; round < 8; round++) {
      String second = "second" + round;
      staff.person(second, "administrator");
      ConsoleBrowser other = ConsoleBrowser.signedIn(second);
      CompletableFuture<?> one =
          CompletableFuture.runAsync(
              () -> brandt.post("/people/" + second, Map.of("act", "remove")));
      CompletableFuture<?> two =
          CompletableFuture.runAsync(
              () -> other.post("/people/brandt", Map.of("act", "role", "role", "moderator")));
      CompletableFuture.allOf(one, two).join();

      assertThat(administrators()).as("round " + round).isNotEmpty();
      database.write(
          h -> {
            h.execute("delete from console_user where user_name = ?", second);
            return h.execute(
                "update console_user set role = 'administrator' where user_name = 'brandt'");
          });
    }
  }

  private Response set(String name, String role, String... buildings) {
    return buildings.length == 0
        ? brandt.post("/people/" + name, Map.of("act", "role", "role", role))
        : brandt.post(
            "/people/" + name, Map.of("act", "role", "role", role, "building", buildings[0]));
  }

  private String stored(String name) {
    return database.read(
        h ->
            h.select(
                    "select role || ' ' || buildings::text from console_user where user_name = ?",
                    name)
                .mapTo(String.class)
                .one());
  }

  private List<String> administrators() {
    return database.read(
        h ->
            h.select(
                    "select user_name from console_user where role = 'administrator'"
                        + " and locked_until is distinct from 'infinity'")
                .mapTo(String.class)
                .list());
  }

  private List<String> audit() {
    return database.read(
        h ->
            h.select("select actor || ' ' || act || ' ' || target || ' ' || detail from audit")
                .mapTo(String.class)
                .list());
  }
}
