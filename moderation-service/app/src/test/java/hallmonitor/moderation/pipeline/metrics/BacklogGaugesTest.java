package hallmonitor.moderation.pipeline.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
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

  @Test
  void nothingThatWaitsHasNoAge() {
    assertThat(gauge("hallmonitor.search.waiting")).isZero();
    assertThat(gauge("hallmonitor.search.oldest.seconds")).isZero();
  }
}
