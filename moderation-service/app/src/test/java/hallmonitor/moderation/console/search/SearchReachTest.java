package hallmonitor.moderation.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.pipeline.jobs.SearchIndexJob;
import hallmonitor.moderation.store.search.SearchedWords;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which days and which buildings a search reaches. */
@ConsoleTest
class SearchReachTest extends NovakAtWork {
  @Inject SearchIndexJob index;

  private String found(String person, String query) throws SQLException {
    index.catchUp();
    String page = ConsoleBrowser.signedIn(person).get("/search?" + query).asString();
    return page.substring(Math.max(0, page.indexOf("id=\"found\"")));
  }

  private void bus(String id, String at) {
    bus(id, "Kai Ito", at);
  }

  private void bus(String id, String author, String at) {
    deciding.allowed(id, author, "The bus of " + id, Duration.ofDays(1));
    database.write(
        h ->
            h.execute(
                "update revision set observed_at = ?::timestamptz, judged_at = clock_timestamp() where comment_id = ?",
                at,
                id));
  }

  @Test
  void aDayBeginsAndEndsAtMidnightOfTheDistrictAlsoWhenTheClockChanges() throws SQLException {
    seed.person("okafor", "records-officer", false);
    // In Chicago, March 8, 2026 had 23 hours.
    bus("saturday-night", "2026-03-08T05:59:59.999Z");
    bus("sunday-morning", "2026-03-08T06:00:00Z");
    bus("sunday-night", "2026-03-09T04:30:00Z");
    bus("monday-morning", "2026-03-09T05:00:00Z");

    assertThat(found("okafor", "q=bus&from=2026-03-08&until=2026-03-08"))
        .contains("sunday-morning", "sunday-night")
        .doesNotContain("saturday-night", "monday-morning");
    assertThat(found("okafor", "q=bus&until=2026-03-07"))
        .contains("saturday-night")
        .doesNotContain("sunday-morning");
    assertThat(found("okafor", "q=bus&from=2026-03-09"))
        .contains("monday-morning")
        .doesNotContain("sunday-night");
  }

  @Test
  void aPostIsSeenByThoseOfTheBuildingInWhichItWasJudged() throws SQLException {
    StaffSeed staff = new StaffSeed(database, seed);
    staff.person("here", "records-officer", StaffSeed.OWN);
    staff.person("there", "records-officer", StaffSeed.OTHER);
    database.write(
        h -> {
          h.execute(
              """
              insert into post_version (account, post_id, observed_at, version, title, body, pictures, listed)
              values ('practice', 'p8', now(), 'v1', 'Musical', 'Tickets', '{}', true)
              """);
          return h.execute(
              """
              insert into post_judgment (account, post_id, observed_at, building, clauses, findings, signs, policy_version,
                model_version, judged_at, state)
              values ('practice', 'p8', now(), ?, '{}', '[]', '{}', 'p', 'm', now(), 'fine')
              """,
              StaffSeed.OTHER);
        });

    assertThat(found("there", "q=tickets")).contains("Musical");
    assertThat(found("here", "q=tickets")).contains("Nothing was found.");
  }

  @Test
  void aCaseIsSeenByThoseOfItsBuildingAlsoOnAnAccountOfAnother() throws SQLException {
    StaffSeed staff = new StaffSeed(database, seed);
    staff.person("here", "records-officer", StaffSeed.OWN);
    staff.person("there", "records-officer", StaffSeed.OTHER);
    staff.escalated(StaffSeed.OTHER, "soon");
    bus("monday-morning", "2026-03-09T05:00:00Z");

    assertThat(found("there", "q=beats")).contains("beats</mark> me");
    assertThat(found("here", "q=beats")).contains("Nothing was found.");
    assertThat(found("there", "q=bus")).contains("Nothing was found.");
    assertThat(found("here", "q=bus")).contains("monday-morning");
  }

  @Test
  void aNameThatMostHaveNarrowsAWordAsAnyOtherDoes() throws SQLException {
    seed.person("okafor", "records-officer", false);
    bus("monday-morning", "2026-03-09T05:00:00Z");
    bus("monday-noon", "Dana Reyes", "2026-03-09T17:00:00Z");
    index.catchUp();
    database.write(h -> h.execute("analyze search_entry"));
    Set<String> frequent = database.read(h -> SearchedWords.frequent(h, Set.of("@kai", "@zora")));
    assertThat(frequent).containsExactly("@kai");

    assertThat(found("okafor", "q=bus&author=kai"))
        .contains("monday-morning")
        .doesNotContain("monday-noon");
    assertThat(found("okafor", "q=bus&author=kai+dana")).contains("Nothing was found.");
    assertThat(found("okafor", "q=bus&author=kai&sort=relevance"))
        .contains("monday-morning")
        .doesNotContain("monday-noon");
  }

  @Test
  void whoHasTooMuchOnOtherAccountsReadsEverythingAndSeesNoMore() throws SQLException {
    new StaffSeed(database, seed).person("there", "records-officer", StaffSeed.OTHER);
    bus("monday-morning", "2026-03-09T05:00:00Z");
    database.write(
        h -> {
          h.execute(
              """
              insert into post_version (account, post_id, observed_at, version, title, body, pictures, listed)
              values ('practice', 'x1', now(), 'v1', 'Musical', 'Tickets', '{}', true)
              """);
          return h.execute(
              """
              insert into post_judgment (account, post_id, observed_at, building, clauses, findings, signs, policy_version,
                model_version, judged_at, state)
              select 'practice', 'x' || i, now(), ?, '{}', '[]', '{}', 'p', 'm', now(), 'fine' from generate_series(1, ?) i
              """,
              StaffSeed.OTHER,
              SearchReach.MOST_ELSEWHERE + 1);
        });
    Sight there = new Sight(Scope.within(List.of(StaffSeed.OTHER)), List.of());

    String read = database.read(h -> SearchReach.of(h, there).entries("all"));
    assertThat(read).isEqualTo("all");
    assertThat(found("there", "q=tickets")).contains("Musical");
    assertThat(found("there", "q=bus")).contains("Nothing was found.");
  }
}
