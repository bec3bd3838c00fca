package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.pipeline.jobs.SearchIndexJob;
import hallmonitor.moderation.store.request.RequestScopes;
import hallmonitor.moderation.store.request.RequestScopes.FoundItem;
import hallmonitor.moderation.store.request.RequestScopes.Waiting;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The searches of a request find its items, each once. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class RequestScopeTest extends RequestsAtWork {
  @Inject SearchIndexJob index;
  @Inject RequestSearchJob job;
  @Inject RequestScopes scopes;
  @Inject Jdbi jdbi;

  private String path;

  @BeforeEach
  void commentsAboutTheBus() throws SQLException {
    for (int i = 0; i < 5; i++) {
      deciding.allowed("7" + i, "Dana Reyes", "The bus was late " + i, Duration.ofMinutes(9 + i));
    }
    seed.aCase("80").by("Kai Lund").saying("You damn bus driver").in(StaffSeed.OTHER).there();
    index.catchUp();
    path = entered(typed());
  }

  private ConsoleResponse search(ConsoleBrowser browser, String query) {
    return browser.post(
        "/requests/searches?" + query, Map.of("request", path.replace("/requests/", "")));
  }

  private void run(int atOnce) {
    while (job.step(atOnce)) {
      // Until no search waits.
    }
  }

  private List<String> items() {
    return texts("select item_id from records_request_item order by item_id");
  }

  @Test
  void aSearchOfThePageIsAddedToARequestAndFindsItsItemsInParts() {
    assertThat(page(officer, "/search?q=bus")).contains("Add these results to a request");
    assertThat(search(officer, "q=bus&sort=relevance").statusCode()).isEqualTo(303);
    assertThat(page(officer, path)).contains("Searching: 0 found so far.");
    job.step(2);
    assertThat(page(officer, path + "/scope"))
        .contains("Searching: 2 found so far.", "every 2s", "0 of 2 decided");

    run(2);

    assertThat(items()).containsExactly("70", "71", "72", "73", "74", "80");
    assertThat(page(officer, path))
        .contains("6 found, 6 of them new to this request.", "0 of 6 decided")
        .doesNotContain("every 2s");
  }

  @Test
  void aSearchIsToldAsItsPageTellsIt() {
    search(officer, "q=bus&kind=reply&from=2026-01-05");

    assertThat(page(officer, path).replaceAll("\\s+", " "))
        .contains("<bdi>bus</bdi>; From: <bdi>2026-01-05</bdi>; Kind: <bdi>Replies</bdi></a>");
    officer.post("/language", Map.of("language", "es", "back", "/requests"));
    assertThat(page(officer, path)).contains("<bdi>Respuestas</bdi>").doesNotContain("Replies");
  }

  @Test
  void runAgainItAddsOnlyWhatIsNew() throws SQLException {
    search(officer, "q=bus");
    run(500);
    deciding.allowed("79", "Kai Lund", "The bus again", Duration.ofMinutes(1));
    index.catchUp();

    officer.post(
        path + "/searches/" + one("select search_id::text from records_request_search"), Map.of());
    run(500);

    assertThat(page(officer, path)).contains("7 found, 1 of them new to this request.");
    search(officer, "q=late");
    run(500);
    assertThat(items()).as("each once, whatever found it").hasSize(7);
  }

  @Test
  void itFindsWhatThePersonWhoRunsItMaySee() {
    staff.person("own", "records-officer", StaffSeed.OWN);
    ConsoleBrowser own = ConsoleBrowser.signedIn("own");
    search(own, "q=bus");
    run(500);

    assertThat(items()).doesNotContain("80").hasSize(5);
    search(officer, "q=driver");
    run(500);
    assertThat(page(own, path)).as("nor counts it").contains("0 of 5 decided");
    String other = one("select item_no::text from records_request_item where item_id = '80'");
    assertThat(own.get(path + "/items/" + other).statusCode()).isEqualTo(404);
    assertThat(page(officer, path + "/items/" + other)).contains("You damn bus driver");
  }

  @Test
  void whoMayNoLongerSearchFindsNothingMore() {
    search(officer, "q=bus");
    database.write(
        h -> h.execute("update console_user set role = 'auditor' where user_name = 'vega'"));
    run(500);

    assertThat(items()).isEmpty();
    assertThat(page(second, path)).contains("It stopped, because the person who ran it");
  }

  @Test
  void whoIsSuspendedForGoodFindsNothingMore() {
    search(officer, "q=bus");
    database.write(
        h ->
            h.execute(
                "update console_user set locked_until = 'infinity' where user_name = 'vega'"));
    run(500);

    assertThat(items()).isEmpty();
    assertThat(page(second, path)).contains("It stopped, because the person who ran it");
  }

  @Test
  void aPassingFaultDelaysASearchAndDoesNotEndIt() {
    search(officer, "q=bus");
    database.write(
        h -> h.execute("alter table records_request_item add constraint fault check (false)"));
    try {
      run(500);
    } finally {
      database.write(h -> h.execute("alter table records_request_item drop constraint fault"));
    }
    assertThat(page(officer, path)).contains("Searching: 0 found so far.");

    database.write(h -> h.execute("update records_request_search set next_at = now()"));
    run(500);

    assertThat(page(officer, path)).contains("6 found, 6 of them new to this request.");
  }

  @Test
  void aSearchFailsAfterFiveFaultsInARow() {
    search(officer, "q=bus");
    Waiting waiting = scopes.next().orElseThrow();
    for (int i = 0; i < 4; i++) {
      scopes.fault(waiting);
    }
    assertThat(scopes.next()).as("others go first").isEmpty();
    assertThat(one("select state from records_request_search")).isEqualTo("waiting");

    scopes.fault(waiting);

    assertThat(page(officer, path)).contains("It failed. Run it again, or narrow it.");
  }

  @Test
  void whatWasDisposedOfBeforeItCouldBeAddedIsCounted() {
    search(officer, "q=bus");
    scopes.add(scopes.next().orElseThrow(), found("70", "no-longer"), "");

    assertThat(items()).containsExactly("70");
    assertThat(page(officer, path)).contains("1 were disposed of before they could be added");
  }

  @Test
  void aRequestIsNotAnsweredWhileASearchRuns() {
    search(officer, "q=bus");

    assertThat(move(officer, path, 0, "answered").asString())
        .contains("A search of this request still runs.");
  }

  @Test
  void aSearchThatFindsTooManyAddsNothingAndKeepsWhatWasThere() {
    RequestScopes small = new RequestScopes(jdbi, 3);
    UUID id = UUID.fromString(path.replace("/requests/", ""));
    small.run(id, "q=late", "vega");
    Waiting first = small.next().orElseThrow();
    small.add(first, found("70", "71"), "");
    small.run(id, "q=bus", "vega");
    Waiting waiting = small.next().orElseThrow();

    small.add(waiting, found("72", "73"), "more");

    assertThat(items()).containsExactly("70", "71");
    assertThat(page(officer, path)).contains("This finds more than a request can hold");
    assertThat(one("select detail from audit where act = 'request-too-many'"))
        .as("the words of a search may name someone")
        .isEqualTo("search " + waiting.searchId());
    assertThat(small.next()).isEmpty();
  }

  private List<String> numbered() {
    return texts(
        """
        select number || ' ' || item_id from records_request_item where request_id = '%s' order by number
        """
            .formatted(path.replace("/requests/", "")));
  }

  @Test
  void eachRequestNumbersItsItemsFromOneWithoutGaps() {
    search(officer, "q=bus");
    run(2);
    path = entered(typed());
    search(officer, "q=driver");
    search(officer, "q=bus");
    search(officer, "q=late");
    run(2);

    assertThat(numbered())
        .hasSize(6)
        .allMatch(item -> item.matches("[1-6] \\d+"))
        .startsWith("1 80");
    String second = one("select max(item_no)::text from records_request_item where number = 2");
    assertThat(page(officer, path + "/items/" + second)).contains("Item 2<");
    assertThat(one("select max(target) from audit where act = 'request-item-read'"))
        .endsWith("-0002, item 2");
  }

  @Test
  void aRecordThatIsFoundTwiceTakesOneNumber() {
    search(officer, "q=bus");
    Waiting waiting = scopes.next().orElseThrow();
    scopes.add(waiting, found("70", "70", "71"), "more");
    scopes.add(scopes.next().orElseThrow(), found("71", "70", "72"), "");

    assertThat(numbered()).containsExactly("1 70", "2 71", "3 72");
  }

  @Test
  void aSearchThatFindsTooManyLeavesNoGap() {
    RequestScopes small = new RequestScopes(jdbi, 4);
    UUID id = UUID.fromString(path.replace("/requests/", ""));
    small.run(id, "q=bus", "vega");
    Waiting many = small.next().orElseThrow();
    small.add(many, found("70", "71"), "more");
    small.run(id, "q=late", "vega");
    Waiting other =
        new Waiting(
            UUID.fromString(
                one("select search_id::text from records_request_search where query = 'q=late'")),
            id,
            "q=late",
            "vega",
            "");
    small.add(other, found("72", "74"), "");
    database.write(
        h ->
            h.execute(
                "update records_request_item set state = 'later' where item_id in ('70', '72')"));

    small.add(small.next().orElseThrow(), found("73", "80"), "more");

    assertThat(numbered()).containsExactly("1 70", "2 72", "3 74");
  }

  private static List<FoundItem> found(String... ids) {
    return IntStream.range(0, ids.length)
        .mapToObj(i -> new FoundItem(Instant.now(), "practice", ids[i], "comment", "1"))
        .toList();
  }

  @Test
  void aPartThatAnotherInstanceAddedIsNotAddedAgain() {
    search(officer, "q=bus");
    Waiting waiting = scopes.next().orElseThrow();
    scopes.add(waiting, found("70"), "elsewhere");
    scopes.add(waiting, found("71"), "elsewhere");

    assertThat(items()).containsExactly("70");
    assertThat(one("select found::text from records_request_search")).isEqualTo("1");
  }

  @Test
  void nothingIsSearchedForAClosedRequestOrWithoutWords() {
    assertThat(search(officer, "").asString()).contains("Search for something first");
    assertThat(search(officer, "q=%22open").asString()).contains("Search for something first");
    move(officer, path, 0, "withdrawn");
    move(officer, path, 1, "closed");

    assertThat(search(officer, "q=bus").asString()).contains("This request is closed.");
    assertThat(search(ConsoleBrowser.signedIn("audra"), "q=bus").statusCode()).isEqualTo(403);
  }
}
