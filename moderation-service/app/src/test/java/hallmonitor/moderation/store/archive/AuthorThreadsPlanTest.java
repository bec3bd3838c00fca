package hallmonitor.moderation.store.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hallmonitor.moderation.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the newest comments of one author under one post cost, however many there are. */
class AuthorThreadsPlanTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FLOOD = 5_000;

  private final TestDatabase database = TestDatabase.fresh();

  /** One comment a second by one author under one post, and as many by others. */
  private void flood() {
    insert("'p'", "'flooder'");
    insert("'p' || i % 50", "'author-' || i % 900");
  }

  private void insert(String post, String author) {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into comment (account, comment_id, platform, post_id, author_key, author_name, visibility,
                      visibility_at, latest_revision, latest_text, first_seen_at, changed_at)
                    select 'practice', %1$s || '-' || %2$s || '-' || i, 'wordpress', %1$s, %2$s, 'A', 'visible', at, 'r', 'text', at, at
                    from (select i, timestamptz '2026-10-01 12:00Z' + i * interval '1 second' as at
                          from generate_series(1, %3$d) i) written
                    """
                        .formatted(post, author, FLOOD)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"select 1", "analyze comment"})
  void anAuthorsFloodIsNotReadToFindTheNewestOfIt(String before) {
    flood();
    database.jdbi().useHandle(h -> h.execute(before));

    assertThat(scans())
        .singleElement()
        .satisfies(
            scan -> {
              assertThat(scan.path("Index Name").asText()).isEqualTo("comment_by_author");
              assertThat(scan.path("Actual Rows").asInt())
                  .isLessThanOrEqualTo(AuthorThread.MOST_COMMENTS + 1);
              assertThat(scan.path("Rows Removed by Filter").asInt()).isZero();
            });
  }

  @Test
  void allThatWereFoundInOneReadCompete() {
    insert("'p'", "'flooder'");
    database
        .jdbi()
        .useHandle(h -> h.execute("update comment set first_seen_at = '2026-10-01 13:00Z'"));

    List<String> newest =
        database.jdbi().withHandle(h -> h.createQuery(threads()).mapToMap().list()).stream()
            .map(row -> row.get("comment_id").toString())
            .toList();

    assertThat(newest)
        .hasSize(AuthorThread.MOST_COMMENTS)
        .endsWith("p-flooder-" + (FLOOD - 1), "p-flooder-" + FLOOD);
  }

  @Test
  void anothersFloodUnderTheirPostIsNotRead() {
    insert("'old-' || i % 50", "'author-' || i % 900");
    database.jdbi().useHandle(h -> h.execute("analyze comment"));
    insert("'p'", "'other-' || i");
    insert("'p'", "case when i in (700, 701) then 'flooder' else 'another-' || i end");

    assertThat(scans())
        .singleElement()
        .satisfies(
            scan -> {
              assertThat(scan.path("Index Name").asText()).isEqualTo("comment_by_author");
              assertThat(scan.path("Actual Rows").asInt()).isEqualTo(2);
              assertThat(scan.path("Rows Removed by Filter").asInt()).isZero();
            });
  }

  @Test
  void whatTheAuthorWroteElsewhereOrEarlierOrLaterIsNotInTheThread() {
    insert("'o'", "'flooder'"); // before and after 'p' in the order of the index
    insert("'q'", "'flooder'");
    insert("'p'", "case when i in (1, 700, 4999) then 'flooder' else 'floode' end");
    insert("'p'", "'flooders'");

    assertThat(found()).containsExactly("700");
  }

  private List<String> found() {
    return database.jdbi().withHandle(h -> h.createQuery(threads()).mapToMap().list()).stream()
        .map(row -> row.get("comment_id").toString().replaceAll(".*-", ""))
        .toList();
  }

  private static String threads() {
    return Archive.THREADS.replace(
        "unnest(?, ?, ?, ?, ?)",
        "(values ('practice', 'p', 'flooder', timestamptz '2026-10-01 12:10Z', timestamptz '2026-10-01 13:00Z'))");
  }

  private List<JsonNode> scans() {
    String plan =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery("explain (analyze, format json) " + threads())
                        .mapTo(String.class)
                        .one());
    try {
      return nodes(JSON.readTree(plan).get(0).get("Plan"))
          .filter(node -> node.path("Relation Name").asText().equals("comment"))
          .toList();
    } catch (JsonProcessingException e) {
      throw new AssertionError(plan, e);
    }
  }

  private static Stream<JsonNode> nodes(JsonNode plan) {
    return Stream.concat(
        Stream.of(plan),
        StreamSupport.stream(plan.path("Plans").spliterator(), false)
            .flatMap(AuthorThreadsPlanTest::nodes));
  }
}
