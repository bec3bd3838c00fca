package hallmonitor.moderation.console.register;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.moderation.console.seed.StaffSeed;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the way of an account through the register, and who may say what about it. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class RegisterTest {
  @Inject ConsoleDatabase database;

  private RegisterSeed register;
  private ConsoleBrowser moderator;
  private ConsoleBrowser principal;
  private ConsoleBrowser administrator;

  @BeforeEach
  void start() {
    Seed seed = new Seed(database);
    seed.nothing();
    new StaffSeed(database, seed).oneOfEach();
    register = new RegisterSeed(database);
    register.nothing();
    moderator = ConsoleBrowser.signedIn("moderator");
    principal = ConsoleBrowser.signedIn("principal");
    administrator = ConsoleBrowser.signedIn("administrator");
  }

  private static Map<String, String> form(String... changes) {
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "name", "Mavericks Track",
                "platform", "instagram",
                "kind", "school-based-group",
                "building", "maple-high",
                "purpose", "Results for families.",
                "administrator", "Petra Novak",
                "address", ""));
    for (int i = 0; i < changes.length; i += 2) {
      form.put(changes[i], changes[i + 1]);
    }
    return form;
  }

  private static String requested(ConsoleBrowser by, String... changes) {
    ConsoleResponse answer = by.post("/register/request", form(changes));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
    return answer.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  private static ConsoleResponse decide(
      ConsoleBrowser by, String entry, String act, String reason) {
    return by.post(entry + "/decision", Map.of("act", act, "reason", reason));
  }

  private static String words(ConsoleBrowser by, String path) {
    return Jsoup.parse(by.get(path).asString()).select("main").text();
  }

  private static String today() {
    return LocalDate.now(ZoneId.of("America/Chicago")).toString();
  }

  private static ConsoleResponse record(
      ConsoleBrowser by, String entry, String demand, String found) {
    return by.post(
        entry + "/records",
        Map.of("demand", demand, "found", found, "seen", "It says so.", "day", today()));
  }

  @Test
  void aRequestIsApprovedByTheBuildingAdministratorAndTheRequesterSeesIt() {
    String entry = requested(moderator);
    assertThat(words(moderator, entry)).contains("Waits for a decision", "another person must");
    assertThat(words(principal, "/register?show=waiting")).contains("Mavericks Track");
    assertThat(words(principal, entry)).contains("Approve", "Reject");

    assertThat(decide(principal, entry, "approve", "").statusCode()).isEqualTo(303);

    assertThat(words(moderator, entry))
        .contains("Approved by principal", "Authorization In order on")
        .doesNotContain("Not on record: Authorization");
    assertThat(audited("register-approve")).contains("Mavericks Track");
  }

  @Test
  void aRefusalNeedsAReasonWhichTheRequesterReads() {
    String entry = requested(moderator);
    assertThat(decide(principal, entry, "refuse", " ").asString()).contains("Enter a reason.");

    decide(principal, entry, "refuse", "The team has one already.");

    assertThat(words(moderator, entry))
        .contains("Rejected by principal", "The team has one already.");
    assertThat(words(moderator, "/register?show=mine")).contains("Mavericks Track", "Rejected");
    assertThat(decide(principal, entry, "approve", "").asString())
        .contains("Someone else has decided this meanwhile.");
  }

  @Test
  void theTechnologyDepartmentDecidesAboutASchoolsAccount() {
    String entry = requested(moderator, "kind", "school");

    assertThat(words(principal, entry)).contains("Another role decides");
    assertThat(decide(principal, entry, "approve", "").statusCode()).isEqualTo(403);
    assertThat(decide(administrator, entry, "approve", "").statusCode()).isEqualTo(303);
  }

  @Test
  void nobodyApprovesTheirOwnRequest() {
    String entry = requested(principal);

    assertThat(decide(principal, entry, "approve", "").asString())
        .contains("so another person must decide");
  }

  @Test
  void aClassroomAccountNeedsNoPermissionButTheBuildingAdministratorAndTheParentsAreInformed() {
    String entry = requested(moderator, "kind", "classroom");
    assertThat(words(principal, entry))
        .contains(
            "Not on record: Building administrator informed", "Not on record: Parents informed")
        .doesNotContain("Waits for a decision");

    record(moderator, entry, "parents-informed", "good");

    assertThat(words(principal, entry)).doesNotContain("Not on record: Parents informed");
  }

  @Test
  void whatIsMissingInARequestIsSaidAndWhatWasTypedStays() {
    ConsoleResponse refused = moderator.post("/register/request", form("purpose", " "));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains("Say what the account is for", "value=\"Mavericks Track\"");
    assertThat(moderator.post("/register/request", form("building", "birch-elementary")).asString())
        .contains("Choose the school.");
    assertThat(moderator.post("/register/request", form("address", "javascript:x")).asString())
        .contains("Enter a web address");
  }

  @Test
  void sendingAFormTwiceIsOneRequest() {
    String id = UUID.randomUUID().toString();

    assertThat(requested(moderator, "form", id)).isEqualTo(requested(moderator, "form", id));
    assertThat(audited("account-requested")).hasSize(1);
  }

  @Test
  void aPageThatNobodyRegisteredIsReportedByAnyoneAndCleared() {
    ConsoleBrowser auditor = ConsoleBrowser.signedIn("auditor");
    String entry =
        auditor
            .post(
                "/register/report",
                form("address", "https://www.facebook.com/maplefans", "name", "Maple fans"))
            .header("Location")
            .replaceFirst("^https?://[^/]+", "");
    assertThat(words(principal, "/register"))
        .contains("Maple fans", "Reported, and no one has looked into it");

    decide(principal, entry, "clear", "A parent's own page. We wrote to them.");

    assertThat(words(auditor, entry)).contains("Closed by principal", "A parent's own page.");
    assertThat(words(principal, "/register")).doesNotContain("Maple fans");
  }

  @Test
  void aReportedPageThatIsOursIsRegisteredByWhoMayPermitItsKind() {
    String entry =
        moderator
            .post("/register/report", form("address", "https://www.instagram.com/track"))
            .header("Location")
            .replaceFirst("^https?://[^/]+", "");
    for (ConsoleBrowser decider : List.of(principal, administrator)) {
      assertThat(words(decider, entry)).contains("It is ours: register it", "Not ours, or gone");
    }
    assertThat(words(moderator, entry)).contains("Another role decides");
    Map<String, String> adopt =
        Map.of("act", "adopt", "kind", "school", "building", "maple-high", "reason", "");
    assertThat(principal.post(entry + "/decision", adopt).statusCode()).isEqualTo(403);
    assertThat(decide(principal, entry, "adopt", "").asString()).contains("Choose the kind");

    Map<String, String> group = new HashMap<>(adopt);
    group.put("kind", "school-based-group");
    assertThat(principal.post(entry + "/decision", group).statusCode()).isEqualTo(303);

    assertThat(words(moderator, entry))
        .contains(
            "Approved by principal", "No educational purpose on record", "No one is in charge");
  }

  @Test
  void aReportFromAnotherSchoolIsSeenByWhoFiledItAndNotChangedByThem() {
    String entry =
        moderator
            .post(
                "/register/report",
                form("address", "https://x.example/birch", "building", "birch-elementary"))
            .header("Location")
            .replaceFirst("^https?://[^/]+", "");

    assertThat(words(moderator, entry)).contains("Reported by moderator");
    assertThat(record(moderator, entry, "disclaimer", "good").statusCode()).isEqualTo(403);
    assertThat(principal.get(entry).statusCode()).isEqualTo(404);
  }

  @Test
  void aCheckStaysOnRecordWithItsDayAndWhatWasSeen() {
    String entry = "/register/" + register.registered("Mavericks Band");

    record(moderator, entry, "disclaimer", "wrong");
    assertThat(words(moderator, entry)).contains("Found wrong on", "Disclaimer", "It says so.");

    record(moderator, entry, "disclaimer", "good");
    assertThat(words(moderator, entry))
        .doesNotContain("Found wrong on")
        .contains("Disclaimer In order on", "Next by", "Everything on record 2");
    assertThat(record(moderator, entry, "disclaimer", "").asString())
        .contains("Say whether it is as it should be.");
    assertThat(
            moderator
                .post(
                    entry + "/records",
                    Map.of("demand", "logo", "found", "good", "seen", "x", "day", "2999-01-01"))
                .asString())
        .contains("Enter the day");
  }

  @Test
  void onlyWhoAuthorizesRecordsAnAuthorization() {
    String entry = "/register/" + register.registered("Mavericks Band");

    assertThat(record(moderator, entry, "authorization", "good").statusCode()).isEqualTo(403);
    assertThat(record(principal, entry, "authorization", "good").statusCode()).isEqualTo(303);
  }

  @Test
  void thePasswordIsChangedWhenSomebodyLeaves() {
    String entry = "/register/" + register.registered("Mavericks Band");
    moderator.post(entry + "/holders", Map.of("person", "Ngozi Okafor", "day", "2026-01-01"));
    assertThat(words(moderator, entry))
        .contains("Ngozi Okafor since")
        .doesNotContain("Must hold the password too: principal")
        .contains("Must hold the password too: technology director");
    String holder = entry + "/holders/" + one("select holder_id::text from register_holder");

    moderator.post(holder, Map.of("act", "left", "day", today()));
    assertThat(words(moderator, entry)).contains("Password not changed since Ngozi Okafor left");
    assertThat(moderator.post(holder, Map.of("act", "changed", "day", "2026-01-01")).asString())
        .contains("That day is before the one on record");

    moderator.post(holder, Map.of("act", "changed", "day", today()));
    assertThat(words(moderator, entry))
        .doesNotContain("Password not changed")
        .contains("Password changed on");
  }

  @Test
  void whatIsKnownOfAnAccountIsChanged() {
    String entry = "/register/" + register.registered("Mavericks Band");

    moderator.post(
        entry + "/details",
        Map.of("purpose", "Concerts.", "administrator", "Elias Brandt", "deputy", "A. Coach"));

    assertThat(words(moderator, entry)).contains("Concerts.", "Elias Brandt", "A. Coach");
    assertThat(one("select administrator from register_entry")).isEqualTo("brandt");
  }

  @Test
  void anAccountThatIsGoneIsClosed() {
    String entry = "/register/" + register.registered("Mavericks Band");

    assertThat(decide(principal, entry, "close", "The club ended.").statusCode()).isEqualTo(303);

    assertThat(words(principal, "/register?show=former")).contains("Mavericks Band", "Closed");
    assertThat(words(principal, entry)).contains("Closed by principal", "The club ended.");
  }

  @Test
  void theFileHasALineForEachAccountThatASpreadsheetTakesForText() {
    register.registered("=HYPERLINK(1)");

    String file = principal.get("/register/register.csv").asString();

    assertThat(file)
        .startsWith("\uFEFF\"Day\",\"School\",\"Account\"")
        .contains("\"'=HYPERLINK(1)\"", "Not on record: Disclaimer", "Petra Novak");
    assertThat(audited("register-downloaded")).hasSize(1);
  }

  @Test
  void theStateOfEachSchoolIsCounted() {
    UUID band = register.registered("Mavericks Band");
    register.record(band, "disclaimer", false, 1);
    register.record(band, "yearly-confirmation", true, 500);
    requested(moderator);

    assertThat(Jsoup.parse(administrator.get("/register").asString()).select("tbody tr").text())
        .startsWith(
            "Maple Valley High School Accounts1 Missing10 Overdue1 Found wrong1"
                + " Waiting for a decision1");
  }

  private List<String> audited(String act) {
    return database.read(
        h -> h.select("select target from audit where act = ?", act).mapTo(String.class).list());
  }

  private String one(String sql) {
    return database.read(h -> h.select(sql).mapTo(String.class).one());
  }
}
