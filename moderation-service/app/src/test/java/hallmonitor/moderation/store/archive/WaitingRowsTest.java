package hallmonitor.moderation.store.archive;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits is counted without reading all of it. */
class WaitingRowsTest {
  private final TestDatabase database = TestDatabase.fresh();

  @BeforeEach
  void aLongHistoryWaits() {
    database
        .jdbi()
        .useHandle(
            h -> {
              h.execute(
                  """
                  insert into second_look (account, comment_id, revision, danger, since, seen)
                  select 'practice', n::text, 'r1', (n % 2000 = 0)::int * .5, now() - interval '1 hour' + n * interval '1 ms', '{}'
                  from generate_series(1, 30000) n
                  """);
              h.execute("analyze second_look");
            });
  }

  private Map<String, Object> count(String sql) {
    return database.rows(sql).get(0);
  }

  private List<String> plan(String sql) {
    return database
        .jdbi()
        .withHandle(h -> h.createQuery("explain " + sql).mapTo(String.class).list());
  }

  @Test
  void aCountEndsAtItsMost() {
    assertThat(count(WaitingRows.LIVE_LOOKS)).containsEntry("count", 15L);
    assertThat(count(WaitingRows.HISTORY_LOOKS))
        .containsEntry("count", (long) WaitingRows.MOST)
        .containsEntry("what", "second-look/history");
  }

  @Test
  void itReadsAlongAnIndex() {
    assertThat(plan(WaitingRows.LIVE_LOOKS))
        .anyMatch(line -> line.contains("second_look_age"))
        .noneMatch(line -> line.contains("Seq Scan") || line.contains("Sort"));
    assertThat(plan(WaitingRows.HISTORY_LOOKS))
        .anyMatch(line -> line.contains("second_look_history_age"))
        .noneMatch(line -> line.contains("Seq Scan") || line.contains("Sort"));
  }
}
