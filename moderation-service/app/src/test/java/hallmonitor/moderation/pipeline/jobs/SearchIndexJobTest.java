package hallmonitor.moderation.pipeline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import hallmonitor.moderation.pipeline.Precedence;
import hallmonitor.moderation.store.search.SearchIndex;
import hallmonitor.moderation.store.search.SearchIndex.Trail;
import hallmonitor.moderation.text.language.Language;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A search that stays behind the archive is told. */
class SearchIndexJobTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final Precedence precedence = new Precedence();
  private final SearchIndexJob job = job();

  private SearchIndexJob job() {
    return new SearchIndexJob(
        new SearchIndex(database.jdbi(), text -> Language.ENGLISH), database.jdbi(), precedence);
  }

  private void sql(String text) {
    database.jdbi().useHandle(h -> h.execute(text));
  }

  @Test
  void aFailureIsTroubleUntilItWorksAgain() throws InterruptedException {
    sql("insert into search_due (from_at, until_at) values (now(), now())");
    sql("alter table revision rename to gone");
    job.round();
    assertThat(job.fault()).hasValueSatisfying(why -> assertThat(why).startsWith("Nothing can be"));
    assertThat(trail().failed()).as("what is wrong is not a single comment").isFalse();

    sql("alter table gone rename to revision");
    job.round();
    assertThat(job.fault()).isEmpty();
  }

  @Test
  void aBurstIsReadFirstButNotForLong() throws InterruptedException {
    sql("insert into search_due (from_at, until_at) values (now(), now())");
    precedence.tookFullTurn();
    job.round();
    assertThat(trail().waiting()).isEqualTo(1);

    sql("update search_due set since = now() - interval '31 s'");
    precedence.tookFullTurn();
    job.round();
    precedence.tookFullTurn();
    job.round();
    assertThat(trail().waiting()).isZero();
  }

  @Test
  void onlyALongWaitIsTrouble() {
    assertThat(SearchIndexJob.lacks(since(14), NOW)).isEmpty();
    assertThat(SearchIndexJob.lacks(since(16), NOW))
        .isEqualTo("The search lacks what was archived 16 minutes ago.");
    assertThat(SearchIndexJob.lacks(new Trail(null, true, 0, false), NOW)).isEmpty();
  }

  private static Trail since(int minutes) {
    return new Trail(NOW.minus(Duration.ofMinutes(minutes)), true, 1, false);
  }

  private Trail trail() {
    return database.jdbi().withHandle(Trail::of);
  }

  @Test
  void whatCannotBeAddedIsTroubleAndTriedAgainAfterAStart() throws InterruptedException {
    job.round();
    sql(
        """
        insert into search_due (from_at, until_at, failed) values (now(), now(), true);
        insert into search_post_due (account, post_id, observed_at, failed) values ('practice', 'p1', now(), true)
        """);
    job.round();
    assertThat(job.fault()).hasValueSatisfying(why -> assertThat(why).contains("cannot be added"));

    SearchIndexJob afterTheStart = job();
    afterTheStart.round();
    assertThat(afterTheStart.fault()).isEmpty();
  }

  @Test
  void itRestsThreeTimesAsLongAsItWorksButNotForWhatItWaited() {
    Duration round = Duration.ofSeconds(5);
    assertThat(SearchIndexJob.rest(Duration.ofMillis(50), round)).isEqualTo(Duration.ofMillis(150));
    assertThat(SearchIndexJob.rest(Duration.ofMinutes(5), round)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void itNeverRestsPastItsRound() {
    assertThat(SearchIndexJob.rest(Duration.ofMillis(50), Duration.ofMillis(20)))
        .isEqualTo(Duration.ofMillis(20));
    assertThat(SearchIndexJob.rest(Duration.ofMinutes(5), Duration.ofMinutes(-4)))
        .isEqualTo(Duration.ZERO);
  }
}
