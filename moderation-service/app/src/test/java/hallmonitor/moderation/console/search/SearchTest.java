package hallmonitor.moderation.console.search;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.pipeline.jobs.SearchIndexJob;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who answers requests for records finds everything that was ever read, and nothing else. */
@ConsoleTest
class SearchTest extends NovakAtWork {
  @Inject SearchIndexJob index;
  @Inject SearchDesk desk;

  private ConsoleBrowser officer;

  @BeforeEach
  void officerSignsIn() throws SQLException {
    seed.person("okafor", "records-officer", false);
    officer = ConsoleBrowser.signedIn("okafor");
    deciding.allowed("71", "Dana Reyes", "The bus was late <b>again</b>", Duration.ofMinutes(9));
    deciding.allowed("72", "José Ito", "Suspended for a song: una canción", Duration.ofDays(40));
    seed.aCase("73").by("Kai Lund").saying("You damn fool of a principal").there();
    index.catchUp();
  }

  private String search(String query) {
    return officer.get("/search?" + query).asString();
  }

  private String words(String typed) {
    return search("q=" + encode(typed, UTF_8));
  }

  @Test
  void aWordIsFoundInAnyFormAndMarkedAsTextOnly() {
    assertThat(words("buses"))
        .contains(
            "1 result", "The <mark>bus</mark> was late &lt;b&gt;again&lt;/b&gt;", "Dana Reyes")
        .contains("/comments/", "Verdict: allowed")
        .doesNotContain("damn fool");
    assertThat(words("suspend cancion")).contains("<mark>Suspended</mark>", "<mark>canción</mark>");
  }

  @Test
  void phrasesBeginningsNearWordsAndExclusionsAreUnderstood() {
    assertThat(words("\"was late\"")).contains("Dana Reyes");
    assertThat(words("\"late was\"")).contains("Nothing was found.");
    assertThat(words("prin*")).contains("Kai Lund");
    assertThat(words("principle")).contains("Nothing was found.", "Search for similar words");
    assertThat(words("principle~")).contains("Kai Lund", "<mark>principal</mark>");
    assertThat(words("was -bus")).contains("Nothing was found.");
  }

  @Test
  void authorAccountDateAndWhatWasDecidedNarrowIt() {
    assertThat(search("author=jose")).contains("canción").doesNotContain("The bus", "damn");
    assertThat(search("account=elsewhere")).contains("Nothing was found.");
    assertThat(search("verdict=hide")).contains("damn").doesNotContain("The bus");
    assertThat(search("clause=2.1&state=hidden&decision=open")).contains("damn");
    assertThat(search("decision=none")).contains("The bus").doesNotContain("damn");
    assertThat(search("until=2001-01-01")).contains("Nothing was found.");
    assertThat(search("picture=yes")).contains("Nothing was found.");
  }

  @Test
  void languageAndPicturesOfCommentsNarrowIt() throws SQLException {
    deciding.allowed(
        "81", "Ana Ruiz", "El autobús llegó tarde otra vez esta mañana", Duration.ofMinutes(5));
    deciding.allowed("82", "Kai Ito", "Look at this poster", Duration.ofMinutes(4));
    database.write(
        h ->
            h.execute(
                "update revision set attachments = array['https://x.example/a.png'] where comment_id = '82'"));
    index.catchUp();

    assertThat(search("language=es")).contains("El autobús").doesNotContain("The bus", "poster");
    assertThat(search("language=en")).contains("The bus").doesNotContain("El autobús");
    assertThat(search("picture=yes")).contains("poster").doesNotContain("The bus", "El autobús");
  }

  @Test
  void everyEditAndTheDeletionAreFound() throws SQLException {
    deciding.edited("71", "The bus was on time");
    database.write(
        h ->
            h.execute(
                """
                insert into revision (account, comment_id, revision, kind, body, raw, observed_at, clauses, findings,
                  policy_version, model_version)
                values ('practice', '71', '3', 'deleted', '', '{}', now(), '{}', '[]', 'p', 'm')
                """));
    index.catchUp();

    assertThat(search("q=bus&kind=edit")).contains("was on time").doesNotContain("was late");
    assertThat(search("q=bus&kind=comment")).contains("was late").doesNotContain("was on time");
    assertThat(search("q=bus&kind=deletion")).contains("was on time", "deletion");
  }

  @Test
  void postsAreFoundInEveryVersion() throws SQLException {
    database.write(
        h ->
            h.execute(
                """
                insert into post_version (account, post_id, observed_at, version, title, body, pictures, permalink, listed)
                values ('practice', 'p9', now() - interval '1 hour', 'v1', 'Spring musical', 'Tickets on Monday', '{}',
                    'https://practice.example/p9', true),
                  ('practice', 'p9', now(), 'v2', 'Spring musical', 'Tickets on Tuesday', array['https://x.example/a.png'],
                    'javascript:alert(1)', true)
                """));
    index.catchUp();

    assertThat(search("q=tickets+musical&kind=post"))
        .contains("Monday", "Tuesday", "https://practice.example/p9")
        .doesNotContain("javascript:");
    assertThat(search("q=tickets&picture=yes")).contains("Tuesday").doesNotContain("Monday");
  }

  @Test
  void theSecondLooksVerdictReplacesTheFirst() throws SQLException {
    database.write(
        h ->
            h.execute(
                """
                update revision set outcome = 'review', judged_at = clock_timestamp(),
                  findings = '[{"category":"BULLYING","score":0.9,"detector":"model","spans":[],"why":"x"}]'
                where comment_id = '71'
                """));
    index.catchUp();

    assertThat(search("verdict=review&category=bullying")).contains("The bus");
    assertThat(search("verdict=allow")).doesNotContain("The bus");
  }

  @Test
  void whatIsDoneWithACommentLaterIsFoundToo() throws SQLException {
    database.write(
        h -> {
          h.execute("update comment set visibility = 'hidden' where comment_id = '71'");
          return h.execute("update review_case set state = 'confirmed' where comment_id = '73'");
        });
    index.catchUp();

    assertThat(search("state=hidden")).contains("The bus");
    assertThat(search("state=visible")).doesNotContain("The bus");
    assertThat(search("decision=confirmed")).contains("damn");
    assertThat(search("decision=open")).doesNotContain("damn");
  }

  @Test
  void manyResultsAreReadPageByPageTheNewestFirst() throws SQLException {
    for (int i = 0; i < SearchDesk.PAGE; i++) {
      deciding.allowed("n" + i, "Kai Ito", "Cheer number " + i, Duration.ofSeconds(30));
    }
    deciding.allowed("old", "Kai Ito", "Cheer of last year", Duration.ofDays(400));
    index.catchUp();

    String first = words("cheer");
    assertThat(first.replaceAll("\\s+", " "))
        .containsPattern("> (51|More than 50) results <")
        .contains("More results")
        .doesNotContain("last year");
    assertThat(
            desk.find(
                new SearchFilter("cheer", "", Map.of(), "", "", false),
                "",
                Scope.EVERYWHERE,
                Duration.ofMinutes(1),
                Duration.ofMinutes(1)))
        .as("with time to count them")
        .returns(51L, SearchResult::number)
        .returns(true, SearchResult::whole);
    String next = first.replaceAll("(?s).*href=\"(/search\\?q=cheer&amp;after=[^\"]+)\".*", "$1");
    assertThat(officer.get(next.replace("&amp;", "&")).asString())
        .contains("last year")
        .doesNotContain("number", "More results");
  }

  @Test
  void theBestMatchComesFirstIfAskedFor() throws SQLException {
    deciding.allowed("many", "Kai Ito", "Fire, fire, fire!", Duration.ofDays(3));
    deciding.allowed("one", "Kai Ito", "The fire drill is on Monday at noon", Duration.ofDays(2));
    index.catchUp();

    assertThat(search("q=fire")).containsSubsequence("drill", "Fire</mark>, <mark>");
    assertThat(search("q=fire&sort=relevance")).containsSubsequence("Fire</mark>, <mark>", "drill");
  }

  @Test
  void whatCannotBeSearchedForIsToldBesideTheFieldAndNothingIsLost() {
    var answer = officer.get("/search?q=bus+%22late&from=2026-99-01");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.asString())
        .contains(
            "The quotation mark at character 5 is not closed.",
            "value=\"bus &quot;late\"",
            "Choose a date, or leave the field empty.")
        .doesNotContain("Dana Reyes");
  }

  @Test
  void aSearchThatTakesTooLongStopsAndSaysSo() {
    MultivaluedMap<String, String> bus = new MultivaluedHashMap<>();
    bus.putSingle("q", "bus");
    SearchResult stopped =
        database.write(
            h -> {
              h.execute("lock table search_entry in access exclusive mode");
              return CompletableFuture.supplyAsync(
                      () ->
                          desk.find(
                              SearchFilter.of(bus),
                              "",
                              Scope.EVERYWHERE,
                              Duration.ofMillis(100),
                              Duration.ofMillis(100)))
                  .join();
            });

    assertThat(stopped.open()).isNotNull();
    assertThat(stopped.hits()).isEmpty();
    assertThat(stopped.next()).as("the same month would stop again").isEmpty();
  }

  @Test
  void whoSearchesWhileTwoOthersDoIsAskedToTryAgain() {
    var answer =
        desk.inTurn(() -> desk.inTurn(() -> officer.get("/search?q=bus")).orElseThrow())
            .orElseThrow();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.asString())
        .contains("Others are searching. Try again in some seconds.", "value=\"bus\"")
        .doesNotContain("Nothing was found");
    assertThat(officer.get("/search?q=bus").statusCode()).as("when they are done").isEqualTo(200);
  }

  @Test
  void everySearchStandsInTheAuditLog() {
    search("q=bus&author=dana&kind=comment");

    assertThat(deciding.row("select actor, detail from audit where act = 'searched'"))
        .containsEntry("actor", "okafor")
        .containsEntry("detail", "words: bus; author: dana; kind: comment");
    assertThat(officer.get("/audit?act=searched").asString())
        .contains("Searched all comments and posts", "words: bus; author: dana; kind: comment");
  }

  @Test
  void whoMayNotSeeRecordsMayNotSearch() {
    assertThat(novak.get("/search?q=bus").statusCode()).isEqualTo(403);
  }

  @Test
  void aSearchIsSavedUnderANameForItsPersonAlone() {
    officer.post("/search/saved?q=bus&kind=comment", Map.of("name", List.of("Buses <1>")));
    assertThat(search("")).contains("Buses &lt;1&gt;", "/search?q=bus&amp;kind=comment");
    new StaffSeed(database, seed).person("audra", "auditor");
    assertThat(ConsoleBrowser.signedIn("audra").get("/search").asString()).doesNotContain("Buses");

    var deleted =
        officer.post("/search/saved/delete?q=late&from=", Map.of("name", List.of("Buses <1>")));
    assertThat(deleted.header("Location")).as("the search goes on").endsWith("/search?q=late");
    assertThat(search("")).doesNotContain("Buses");
  }

  @Test
  void aSearchWithoutANameOrWithoutWordsIsNotSaved() {
    assertThat(officer.post("/search/saved?q=bus", Map.of("name", List.of(" "))).asString())
        .contains("Enter a name of 1 to 60 characters.");
    assertThat(officer.post("/search/saved", Map.of("name", List.of("Nothing"))).asString())
        .contains("Search for something, then save it.");
  }

  @Test
  void whatIsNotOnOfferStaysChosen() {
    assertThat(search("clause=9.9&account=gone").replaceAll("\\s+", " "))
        .contains(
            "<option value=\"9.9\" selected>9.9</option>",
            "<option value=\"gone\" selected>gone</option>");
  }

  @Test
  void accountsOfTheArchiveAreOnOfferAlsoWhenTheyAreNotInTheFileAnyMore() {
    seed.aCase("74").on("closed-page").there();
    assertThat(search("")).contains("<option value=\"closed-page\"");
  }

  @Test
  void bothDaysAreMarkedWithTheOneMistake() {
    String page = search("until=2026-99-01");
    assertThat(page.split("aria-describedby=\"dates-error\" aria-invalid=\"true\"", -1)).hasSize(3);
    assertThat(page.split("Choose a date, or leave the field empty.", -1)).hasSize(2);
  }

  @Test
  void aSearchThatIsBehindSaysSo() {
    database.write(
        h ->
            h.execute(
                """
                insert into search_due (from_at, until_at, since, history)
                values (now(), now(), now() - interval '7 minutes', false), (now(), now(), now(), true);
                insert into search_due (from_at, until_at, failed) values (now(), now(), true)
                """));

    assertThat(search(""))
        .contains(
            "The search is behind: what was read in the last 8 minutes may be missing.",
            "Older comments are still being added",
            "Some comments or posts cannot be added to the search.");
  }
}
