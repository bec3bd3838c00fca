package hallmonitor.moderation.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.pipeline.jobs.SearchIndexJob;
import hallmonitor.moderation.store.search.SearchIndex;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Someone turns the pages of what a search found. */
@ConsoleTest
class SearchTurningTest extends NovakAtWork {
  private static final Pattern NEXT =
      Pattern.compile("<a class=\"button\" href=\"([^\"]+)\" rel=\"next\">([^<]+)</a>");

  private static final String OLDER = "2025-10-31T23:59:59.999999Z";
  private static final String NEWER = "2025-11-01T00:00:00Z";

  @Inject SearchIndexJob index;
  @Inject SearchDesk desk;

  private ConsoleBrowser officer;

  @BeforeEach
  void officerSignsIn() {
    seed.person("okafor", "records-officer", false);
    officer = ConsoleBrowser.signedIn("okafor");
  }

  private void cheers(int from, int to, String at) throws SQLException {
    database.write(
        h -> {
          h.execute(
              """
              insert into comment (account, comment_id, platform, post_id, author_key, author_name, visibility, latest_revision,
                latest_text, first_seen_at, visibility_at, changed_at)
              select 'practice', 'c' || i, 'wordpress', 'p1', 'name:Dana', 'Dana Reyes', 'visible', '1', '', now(), now(), now()
              from generate_series(?, ?) i
              """,
              from,
              to);
          return h.execute(
              """
              insert into revision (account, comment_id, revision, kind, body, raw, observed_at, outcome, clauses, findings,
                policy_version, model_version)
              select 'practice', 'c' || i, '1', 'created', 'Cheer no. ' || i, '{}', ?::timestamptz, 'allow', '{}', '[]', 'p',
                'm'
              from generate_series(?, ?) i
              """,
              at,
              from,
              to);
        });
    index.catchUp();
  }

  private String page(String address) {
    return officer.get(address).asString().replaceAll("\\s+", " ");
  }

  /** Returns the page while the month of what is older cannot be read. */
  private String stopped(String address) {
    YearMonth month = YearMonth.from(Instant.parse(OLDER).atOffset(ZoneOffset.UTC));
    return database.write(
        h -> {
          h.execute("lock table %s in access exclusive mode".formatted(SearchIndex.table(month)));
          return page(address);
        });
  }

  private static String next(String page, String label) {
    Matcher link = NEXT.matcher(page);
    assertThat(link.find()).as("a link to the next page").isTrue();
    assertThat(link.group(2)).isEqualTo(label);
    return link.group(1).replace("&amp;", "&");
  }

  @Test
  void nothingIsLostOrShownTwiceAtTheEdgeOfPagesAndMonths() throws SQLException {
    cheers(1, 30, NEWER);
    cheers(31, 120, OLDER);

    List<String> found = new ArrayList<>();
    String page = page("/search?q=cheer");
    numbers(page, found);
    while (page.contains("More results")) {
      page = page(next(page, "More results"));
      numbers(page, found);
    }

    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 120).mapToObj(String::valueOf).toList());
  }

  private static void numbers(String page, List<String> found) {
    Matcher number = Pattern.compile("</mark> no\\. ([0-9]+)").matcher(page);
    while (number.find()) {
      found.add(number.group(1));
    }
  }

  @Test
  void manyAreNotCountedToTheEnd() throws SQLException {
    cheers(1, 1_001, NEWER);

    assertThat(page("/search?q=cheer"))
        .containsPattern("> More than (50|1,000) results <")
        .doesNotContain("The best of the newest");
    assertThat(
            desk.find(
                new SearchFilter("cheer", "", Map.of(), "", "", false),
                "",
                Scope.EVERYWHERE,
                Duration.ofMinutes(1),
                Duration.ofMinutes(1)))
        .as("with time to count them")
        .returns(1_000L, SearchResult::number)
        .returns(false, SearchResult::whole);
  }

  @Test
  void theBestOfTheNewestAreToldOnTheFirstPageOnly() throws SQLException {
    cheers(1, 1_001, NEWER);

    String first = page("/search?q=cheer&sort=relevance");
    assertThat(first).contains("The best of the newest 1,000 are shown.");
    assertThat(page(next(first, "More results")))
        .contains("Cheer</mark> no.")
        .doesNotContain("The best of the newest", "More than");
  }

  @Test
  void aSearchThatStoppedGoesOnFurtherBack() throws SQLException {
    cheers(1, 1, NEWER);
    cheers(2, 2, OLDER);

    String first = stopped("/search?q=cheer");
    assertThat(first).contains("This search takes too long", "no. 1").doesNotContain("no. 2");
    assertThat(page(next(first, "Search further back"))).contains("no. 2").doesNotContain("no. 1");
  }

  @Test
  void whenNothingIsFurtherBackThePageSaysSo() throws SQLException {
    cheers(1, 1, NEWER);
    cheers(2, 2, OLDER);

    String first = stopped("/search?q=cheer+1");
    assertThat(page(next(first, "Search further back")))
        .contains("No more results.")
        .doesNotContain("Nothing was found.");
  }

  @Test
  void theBestOfASearchThatStoppedHaveMoreResults() throws SQLException {
    cheers(1, 60, NEWER);
    cheers(61, 61, OLDER);

    String first = stopped("/search?q=cheer&sort=relevance");
    assertThat(first).contains("This search takes too long");
    next(first, "More results");
  }
}
