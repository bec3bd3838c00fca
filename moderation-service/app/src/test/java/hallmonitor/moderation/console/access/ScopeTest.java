package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.Heard;
import hallmonitor.moderation.console.seed.ObjectionSeed;
import hallmonitor.moderation.console.seed.PrincipalAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.console.seed.StaffSeed.Escalated;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Tests scope where the endpoint matrix does not: counts, redirects, events and offers. */
@ConsoleTest
class ScopeTest extends PrincipalAtWork {
  @Test
  void onlyTheirOwnIsCountedWhateverTheFilter() {
    seed.aCase("1").in(StaffSeed.OWN).urgency("soon").there();
    seed.aCase("2").in(StaffSeed.OTHER).urgency("soon").there();
    seed.aCase("3").in(StaffSeed.OTHER).urgency("immediate").there();

    assertThat(principal.get("/queue").asString()).contains("id=\"open-count\">1<");
    assertThat(principal.get("/menu/counts").asString()).contains("\"urgent\":0");
    assertThat(principal.get("/queue?building=" + StaffSeed.OTHER).asString())
        .contains("id=\"open-count\">0<", "You're all caught up under these filters");
    assertThat(ConsoleBrowser.signedIn("administrator").get("/queue").asString())
        .contains("id=\"open-count\">3<");
  }

  @Test
  void decidedCasesOfAnotherBuildingAreNotListed() {
    UUID here = seed.aCase("1").in(StaffSeed.OWN).decided("confirmed").there();
    UUID there = seed.aCase("2").in(StaffSeed.OTHER).decided("confirmed").there();

    assertThat(principal.get("/queue?state=decided").asString())
        .contains(here.toString())
        .doesNotContain(there.toString());
  }

  @Test
  void onlyTheirOwnBuildingsAndAccountsAreOffered() {
    assertThat(principal.get("/queue").asString())
        .as("one school and one account leave nothing to choose")
        .doesNotContain("building=maple-high", "building=birch-elementary", "account=practice");
    assertThat(principal.get("/accounts").asString()).contains("practice page");
    staff.person("whitaker", "building-administrator", StaffSeed.OTHER);
    ConsoleBrowser whitaker = ConsoleBrowser.signedIn("whitaker");
    assertThat(whitaker.get("/queue").asString()).doesNotContain("account=practice");
    assertThat(whitaker.get("/accounts").asString()).doesNotContain("practice page");
  }

  @Test
  void whatIsAroundACaseLeadsToNoCaseOfAnotherBuilding() {
    UUID parent = seed.aCase("0").in(StaffSeed.OTHER).saying("The first word").there();
    UUID earlier = seed.aCase("1").in(StaffSeed.OTHER).aged(Duration.ofDays(3)).there();
    UUID mine = seed.aCase("2").in(StaffSeed.OWN).aged(Duration.ofDays(2)).there();
    UUID id = seed.aCase("3").in(StaffSeed.OWN).answering("0").there();

    String page = principal.get("/cases/" + id).asString();

    assertThat(page)
        .contains("The first word", mine.toString())
        .doesNotContain(parent.toString(), earlier.toString());
    assertThat(ConsoleBrowser.signedIn("administrator").get("/cases/" + id).asString())
        .contains(parent.toString(), mine.toString(), earlier.toString());
  }

  @Test
  void strikesForCasesOfAnotherBuildingAreNotCounted() {
    ObjectionSeed objections = new ObjectionSeed(database);
    objections.strike(seed.aCase("1").in(StaffSeed.OTHER).decided("confirmed").there());
    objections.strike(seed.aCase("2").in(StaffSeed.OWN).decided("confirmed").there());
    UUID id = seed.aCase("3").in(StaffSeed.OWN).there();

    assertThat(principal.get("/cases/" + id).asString()).containsPattern("1\\s+strike</span>");
    assertThat(ConsoleBrowser.signedIn("administrator").get("/cases/" + id).asString())
        .containsPattern("2\\s+strikes</span>");
  }

  @Test
  void ofABulkOverBuildingsTheyCarryOutNothingAndSeeTheirPart() {
    UUID here = seed.aCase("1").in(StaffSeed.OWN).there();
    UUID there = seed.aCase("2").in(StaffSeed.OTHER).there();
    Map<String, Object> bulk =
        Map.of(
            "decision",
            "confirm",
            "form",
            UUID.randomUUID().toString(),
            "item",
            List.of(here + "/0", there + "/0"));

    assertThat(principal.post("/bulk", bulk).statusCode()).isEqualTo(404);
    assertThat(acts()).containsExactly("sign-in");

    String done = ConsoleBrowser.signedIn("administrator").post("/bulk", bulk).header("Location");
    assertThat(principal.get(done).asString())
        .contains(here.toString())
        .doesNotContain(there.toString());
  }

  @Test
  void anAccountOfAnotherBuildingIsNotFound() {
    staff.person("whitaker", "building-administrator", StaffSeed.OTHER);
    ConsoleBrowser whitaker = ConsoleBrowser.signedIn("whitaker");
    for (String part : List.of("figures", "answer")) {
      // 204 while a command for it waits for its answer
      assertThat(principal.get("/accounts/practice/" + part).statusCode()).isIn(200, 204);
      assertThat(whitaker.get("/accounts/practice/" + part).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void clocksAndAlarmsOfAnotherBuildingAreNotTheirs() {
    staff.escalated(StaffSeed.OWN, "soon");
    staff.escalated(StaffSeed.OTHER, "soon");

    assertThat(principal.get("/queue").asString()).contains("data-count=\"overdue\"><b>1</b>");
    assertThat(principal.get("/clocks").asString()).contains("0 of 1").doesNotContain("0 of 2");
    assertThat(ConsoleBrowser.signedIn("administrator").get("/clocks").asString())
        .contains("data-count=\"overdue\"><b>2</b>", "0 of 2");
  }

  @Test
  void whatHappensInAnotherBuildingIsNotHeard() {
    CompletableFuture<String> heard =
        CompletableFuture.supplyAsync(() -> Heard.first(principal, "/events"));
    UUID there = seed.aCase("there").in(StaffSeed.OTHER).there();
    while (!heard.isDone()) {
      seed.event(there, "policy", "reopened", "");
      seed.aCase(UUID.randomUUID().toString()).in(StaffSeed.OWN).there();
    }

    assertThat(heard.join())
        .contains(StaffSeed.OWN)
        .doesNotContain(StaffSeed.OTHER, there.toString());
  }

  @Test
  void whatIsAskedForAnotherBuildingsCaseChangesNothing() {
    Escalated there = staff.escalated(StaffSeed.OTHER, "soon");
    String path = "/cases/" + there.caseId();

    principal.post(path + "/decision", Map.of("decision", "confirm", "version", "0"));
    principal.post(path + "/answer", Map.of("answer", "acknowledge"));
    principal.post(
        path + "/duties/" + there.clockId(), Map.of("act", "done", "field-called-at", "1"));
    principal.post(path + "/capture", Map.of("reason", "x"));

    assertThat(seed.outgoing()).isEmpty();
    assertThat(acts()).containsExactly("sign-in");
    assertThat(
            database.<String>read(
                h -> h.select("select state from review_case").mapTo(String.class).one()))
        .isEqualTo("open");
  }

  @Test
  void theDutyOfAnotherCaseCannotBeReachedThroughTheirOwn() {
    Escalated there = staff.escalated(StaffSeed.OTHER, "soon");
    Escalated here = staff.escalated(StaffSeed.OWN, "soon");

    assertThat(
            principal
                .post(
                    "/cases/" + here.caseId() + "/duties/" + there.clockId(), Map.of("act", "done"))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void anyoneWhoChangesNothingIsOfferedNothingToChange() {
    Escalated here = staff.escalated(StaffSeed.OWN, "soon");
    String path = "/cases/" + here.caseId();
    for (String reader : List.of("records", "auditor")) {
      ConsoleBrowser browser = ConsoleBrowser.signedIn(reader);
      for (String page : List.of("/queue", path, path + "/concern")) {
        assertThat(browser.get(page).asString())
            .as(reader + page)
            .doesNotContain("name=\"decision\"", "name=\"answer\"", "/duties/", "/capture");
      }
      assertThat(browser.get(path).asString()).contains("Says so.", "Call the hotline", "Evidence");
    }
    for (String actor : List.of("moderator", "principal", "administrator")) {
      assertThat(ConsoleBrowser.signedIn(actor).get(path).asString())
          .as(actor)
          .contains("name=\"decision\"", "name=\"answer\"", "/duties/", "/capture");
    }
  }

  @Test
  void theNavigationOffersWhatOpens() {
    assertThat(principal.get("/queue").asString())
        .contains("href=\"/my-building\"")
        .doesNotContain("href=\"/audit\"", "href=\"/people\"", "href=\"/dead-letters\"");
    assertThat(ConsoleBrowser.signedIn("auditor").get("/accounts").asString())
        .contains("href=\"/audit\"")
        .doesNotContain("href=\"/my-building\"", "href=\"/people\"");
    assertThat(ConsoleBrowser.signedIn("administrator").get("/accounts").asString())
        .contains("href=\"/audit\"", "href=\"/people\"", "href=\"/dead-letters\"");
  }

  private List<String> acts() {
    return database.read(
        h -> h.select("select act from audit order by id").mapTo(String.class).list());
  }
}
