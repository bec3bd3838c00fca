package hallmonitor.moderation.console.authors;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import hallmonitor.moderation.casework.author.AuthorKey;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** What the page of an author who wrote very much reads. */
class AuthorStretchPlanTest {
  private static final int FLOOD = 12_000;
  private static final List<AuthorKey> FLOODER = List.of(new AuthorKey("practice", "id:flooder"));
  private static final Sight ALL = new Sight(Scope.EVERYWHERE, List.of("practice"));

  private final TestDatabase database = TestDatabase.fresh();

  /** Comments of one author, older than as many of others. */
  private void flood() {
    insert("'id:flooder'", "2026-01-01");
    insert("'id:' || i % 900", "2026-06-01");
    database.jdbi().useHandle(h -> h.execute("vacuum analyze comment"));
  }

  private void insert(String author, String day) {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into comment (account, comment_id, platform, post_id, author_key, author_name, visibility,
                      visibility_at, latest_revision, latest_text, first_seen_at, changed_at)
                    select 'practice', %1$s || '-' || i, 'x', 'p' || i %% 50, %1$s, 'A', 'visible', at, 'r', 'text', at, at
                    from (select i, timestamptz '%2$s' + i * interval '1 second' as at
                          from generate_series(1, %3$d) i) written
                    """
                        .formatted(author, day, FLOOD)));
  }

  private static long read(Handle h) {
    h.execute("select pg_stat_force_next_flush()");
    return h.select(
            "select seq_tup_read + idx_tup_fetch from pg_stat_user_tables where relname = 'comment'")
        .mapTo(long.class)
        .one();
  }

  @Test
  void noMoreOfAFloodIsReadThanAStretch() {
    flood();

    long comments =
        database
            .jdbi()
            .withHandle(
                h -> {
                  long before = read(h);
                  AuthorStretch stretch = AuthorStretch.of(h, FLOODER, Optional.empty(), 1_000);
                  assertThat(AuthorQueries.figures(h, stretch, ALL).written()).isEqualTo(1_000);
                  return read(h) - before;
                });

    assertThat(comments).isBetween(1_000L, 2_000L);
  }
}
