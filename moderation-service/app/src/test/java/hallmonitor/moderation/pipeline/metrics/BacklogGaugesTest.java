package hallmonitor.moderation.pipeline.metrics;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import hallmonitor.moderation.pipeline.Stage;
import hallmonitor.moderation.store.archive.WaitingRows;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** What waits is counted. */
class BacklogGaugesTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final BacklogGauges gauges = new BacklogGauges(database.jdbi(), registry);

  private double gauge(String name) {
    gauges.refresh();
    return registry.get(name).gauge().value();
  }

  @Test
  void theSearchLacksCommentsAndPostsButTheHistoryIsNotCounted() {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into search_due (from_at, until_at, history) values (now(), now(), false), (now(), now(), true);
                    insert into search_post_due (account, post_id, observed_at, since)
                    values ('practice', 'p1', now(), now() - interval '1 hour')
                    """));

    assertThat(gauge("hallmonitor.search.waiting")).isEqualTo(2);
    assertThat(gauge("hallmonitor.search.oldest.seconds")).isGreaterThanOrEqualTo(3_600);
  }

  private double looks(String name, String of) {
    gauges.refresh();
    return registry.get("hallmonitor.second.look." + name).tag("of", of).gauge().value();
  }

  @Test
  void secondLooksOfTheHistoryAreCountedApart() {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into second_look (account, comment_id, revision, danger, since, seen)
                    values ('practice', '1', 'r1', .5, now() - interval '1 minute', '{}'),
                      ('practice', '2', 'r1', 0, now() - interval '2 hours', '{}'),
                      ('practice', '3', 'r1', 0, now(), '{}')
                    """));

    assertThat(looks("waiting", "live")).isEqualTo(1);
    assertThat(looks("oldest.seconds", "live")).isBetween(60.0, 3_600.0);
    assertThat(looks("waiting", "history")).isEqualTo(2);
    assertThat(looks("oldest.seconds", "history")).isGreaterThanOrEqualTo(7_200);
  }

  @Test
  void whatWaitsInTheOutboxIsCountedUpToTenThousand() {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into outbox (topic, key, payload, created_at)
                    select 'actions', 'k', '', now() - interval '1 hour' from generate_series(1, 10500)
                    """));

    assertThat(gauge("hallmonitor.outbox.depth")).isEqualTo(WaitingRows.MOST);
    assertThat(gauge("hallmonitor.outbox.oldest.seconds")).isGreaterThanOrEqualTo(3_600);
  }

  @Test
  void openCasesAreCountedByUrgencyAndThoseOfTheDangerLaneApart() throws Exception {
    Stage stage = new Stage();
    stage.receive(
        aComment("1").saying("I will shoot you"), aComment("2").saying("you are an idiot"));
    BacklogGauges counting = new BacklogGauges(stage.database.jdbi(), stage.meters);
    counting.refresh();

    assertThat(cases(stage)).isEqualTo(stage.database.count("review_case")).isEqualTo(2);
    stage.database.jdbi().useHandle(h -> h.execute("update review_case set lane_since = now()"));
    counting.refresh();
    assertThat(
            stage
                .meters
                .get("hallmonitor.queue.open")
                .tag("urgency", "danger-lane")
                .gauge()
                .value())
        .isEqualTo(2);
    assertThat(cases(stage)).isEqualTo(2);
  }

  private static double cases(Stage stage) {
    return stage.meters.get("hallmonitor.queue.open").gauges().stream()
        .mapToDouble(Gauge::value)
        .sum();
  }

  @Test
  void nothingThatWaitsHasNoAge() {
    assertThat(gauge("hallmonitor.search.waiting")).isZero();
    assertThat(gauge("hallmonitor.search.oldest.seconds")).isZero();
  }
}
