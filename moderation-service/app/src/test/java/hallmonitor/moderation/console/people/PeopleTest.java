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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
  void aRoleAndItsBuildingsCountAtOnceAndEndARunningSession() {
    UUID there = seed.aCase("1").in(StaffSeed.OTHER).there();
    ConsoleBrowser lopez = ConsoleBrowser.signedIn("lopez");
    assertThat(lopez.get("/cases/" + there).statusCode()).isEqualTo(200);

    ConsoleResponse answer = set("lopez", "building-administrator", StaffSeed.OWN);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.asString()).contains("Building administrator · Maple Valley High School");
    assertThat(lopez.get("/cases/" + there).header("Location")).endsWith("/sign-in");
    lopez.signIn("lopez", Seed.PASSWORD);
    assertThat(lopez.get("/cases/" + there).statusCode()).isEqualTo(404);
    assertThat(lopez.get("/my-building").statusCode()).isEqualTo(200);
    assertThat(stored("lopez")).isEqualTo("building-administrator {maple-high}");
    assertThat(audit()).contains("brandt role-set lopez building-administrator of maple-high");
  }

  @Test
  void aBuildingAdministratorHasABuildingAndAnAdministratorHasNone() {
    ConsoleResponse none = set("lopez", "building-administrator");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.asString())
        .contains(
            "lopez was not changed",
            "A building administrator works at a school. Choose at least one for this person.");

    ConsoleResponse limited = set("lopez", "administrator", StaffSeed.OWN);
    assertThat(limited.statusCode()).isEqualTo(422);
    assertThat(limited.asString())
        .contains("be limited to schools. Choose no schools, or another role.");

    assertThat(set("lopez", "king").statusCode()).isEqualTo(422);
    assertThat(set("lopez", "moderator", "no-such-school").statusCode()).isEqualTo(404);
    assertThat(stored("lopez")).isEqualTo("moderator {}");
  }

  @Test
  void aRefusedNewPersonStaysInTheForm() {
    ConsoleResponse refused =
        brandt.post(
            "/people",
            Map.of(
                "userName",
                "ruiz",
                "displayName",
                "Ana \"R\" Ruiz",
                "role",
                "building-administrator",
                "way",
                "hand"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains(
            "A building administrator works at a school. Choose at least one for this person.",
            "value=\"ruiz\"",
            "value=\"Ana &quot;R&quot; Ruiz\"")
        .containsPattern("value=\"building-administrator\" checked");

    ConsoleResponse added =
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
                "maple-high",
                "way",
                "hand"));
    assertThat(added.asString()).contains("Ana can sign in as ruiz");
    assertThat(stored("ruiz")).isEqualTo("records-officer {maple-high}");
  }

  @Test
  void aBuildingThatTheDistrictNoLongerHasCanBeKeptOrTakenAway() {
    staff.person("old", "moderator", "closed-school");

    assertThat(brandt.get("/people/old").asString()).contains("value=\"closed-school\" checked");
    assertThat(set("old", "auditor", "closed-school").statusCode()).isEqualTo(200);
    assertThat(set("old", "auditor").statusCode()).isEqualTo(200);
    assertThat(stored("old")).isEqualTo("auditor {}");
  }

  @Test
  void oneAdministratorRemainsAnyoneWhoTakesTheOthersAccessFirst() {
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

  @Test
  void whoSignsInAndWhoIsToldIsOneList() {
    database.write(
        h ->
            h.execute(
                "update console_user set email = 'n.okafor@maplevalley12.example' where user_name ="
                    + " 'lopez'"));

    Document page = Jsoup.parse(brandt.get("/people").asString());

    assertThat(page.select(".person-row:contains(n.okafor@maplevalley12.example)").eachText())
        .singleElement()
        .asString()
        .contains("Moderator", "Signs in", "Principal, Maple Valley High School", "By email");
    assertThat(page.select(".person-row:contains(Dale Whitaker)").text())
        .contains("Doesn't sign in", "Invite", "Principal, Birch Elementary School");
    assertThat(page.select(".person-row:contains(Marisol Reyes)").text()).contains("in Spanish");
    assertThat(brandt.get("/people?show=told&q=whitaker").asString())
        .contains("Dale Whitaker")
        .doesNotContain("Marisol Reyes");
  }

  @Test
  void whoHasNotChosenAPasswordYetIsNotMarkedAsReady() {
    database.write(
        h ->
            h.execute(
                "update console_user set must_change_password = true where user_name = 'lopez'"));

    Document page = Jsoup.parse(brandt.get("/people").asString());

    assertThat(page.select(".standing.warning").eachText())
        .containsExactly("Has not chosen a password yet");
  }

  @Test
  void twoEntriesAreLinkedByHandWhereNoAddressSaysSo() {
    ConsoleResponse linked =
        brandt.post("/people/lopez", Map.of("act", "link", "told", "whitaker"));

    assertThat(linked.asString()).contains("Principal, Birch Elementary School");
    assertThat(
            brandt.post("/people/brandt", Map.of("act", "link", "told", "whitaker")).statusCode())
        .isEqualTo(422);
    assertThat(audit()).contains("brandt linked lopez whitaker");
  }

  @Test
  void anAccountAdministratorHasAccountsAndNoSchools() {
    ConsoleResponse limited = set("lopez", "account-administrator", StaffSeed.OWN);
    assertThat(limited.statusCode()).isEqualTo(422);
    assertThat(limited.asString())
        .contains("An account administrator is limited to their accounts. Choose no schools");

    assertThat(set("lopez", "account-administrator").asString())
        .contains("Account administrator · their accounts");
    assertThat(stored("lopez")).isEqualTo("account-administrator {}");
    assertThat(brandt.post("/people/preview", Map.of("role", "account-administrator")).asString())
        .contains("Sees nothing yet", "0 cases are open now.");
  }

  @Test
  void whatAPersonCanSeeIsShownBeforeItIsSaved() {
    seed.aCase("1").in(StaffSeed.OWN).there();
    seed.aCase("2").in(StaffSeed.OTHER).there();

    String here =
        brandt
            .post("/people/preview", Map.of("role", "auditor", "building", StaffSeed.OWN))
            .asString();
    String everywhere = brandt.post("/people/preview", Map.of("role", "moderator")).asString();
    String impossible =
        brandt.post("/people/preview", Map.of("role", "building-administrator")).asString();

    assertThat(here)
        .contains("Sees only the cases of Maple Valley High School.", "1 case is open now.");
    assertThat(Jsoup.parse(here).select(".denied").text()).contains("Decide cases");
    assertThat(Jsoup.parse(here).select(".allowed").text()).contains("Read the audit log");
    assertThat(everywhere).contains("Sees the cases of all schools.", "2 cases are open now.");
    assertThat(Jsoup.parse(everywhere).select(".allowed").text()).contains("Decide cases");
    assertThat(impossible)
        .contains(
            "A building administrator works at a school. Choose at least one for this person.");
    assertThat(stored("lopez")).isEqualTo("moderator {}");
  }

  @Test
  void suspendedSignInEndsAtOnceAndIsRestoredWithTheSamePassword() {
    ConsoleBrowser lopez = ConsoleBrowser.signedIn("lopez");

    ConsoleResponse suspended = brandt.post("/people/lopez", Map.of("act", "suspend"));

    assertThat(suspended.asString()).contains("Suspended", "Restore sign-in");
    assertThat(lopez.get("/queue").header("Location")).endsWith("/sign-in");
    assertThat(new ConsoleBrowser().signIn("lopez", Seed.PASSWORD).header("Location"))
        .endsWith("failed=yes");
    brandt.post("/people/lopez", Map.of("act", "restore"));
    assertThat(ConsoleBrowser.signedIn("lopez").get("/queue").statusCode()).isEqualTo(200);
    assertThat(lopez.get("/queue").header("Location")).endsWith("/sign-in");
    assertThat(audit()).contains("brandt access-suspended lopez ", "brandt access-restored lopez ");
    assertThat(brandt.post("/people/brandt", Map.of("act", "suspend")).statusCode()).isEqualTo(422);
  }

  @Test
  void changingWhoIsToldOpensTheFormOfADraft() {
    ConsoleResponse there = brandt.post("/people/told", Map.of("told", "whitaker"));
    ConsoleResponse again = brandt.post("/people/told", Map.of("told", "whitaker"));

    assertThat(there.statusCode()).isEqualTo(303);
    assertThat(again.header("Location")).isEqualTo(there.header("Location"));
    assertThat(brandt.get(there.header("Location").replaceFirst("^https?://[^/]+", "")).asString())
        .contains("Dale Whitaker");
  }

  private ConsoleResponse set(String name, String role, String... buildings) {
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
