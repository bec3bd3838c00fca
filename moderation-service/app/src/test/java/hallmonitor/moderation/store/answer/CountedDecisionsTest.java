package hallmonitor.moderation.store.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a package rests on is counted with its request, in the transaction that changes an item. */
class CountedDecisionsTest {
  private static final UUID REQUEST = UUID.randomUUID();
  private static final String ITEM =
      """
      insert into records_request_item (request_id, search_id, account, item_id, kind, revision, seen_at, text_hash, state)
      values (:id, :id, 'practice', '%s', 'comment', 'r1', now(), 'hash', 'release')
      """;

  private final TestDatabase database = TestDatabase.at("1.112");

  @BeforeEach
  void packagesOfBeforeTheUpgrade() {
    write(
        """
        insert into records_request (request_id, year, position, code, way, requester, contact, words, language,
          commercial, arrived_at, received_on, statute, first_due, due, fixed)
        values (:id, 2026, 1, 'code', 'email', 'Dana Reyes', '', 'All', 'en', false, now(), '2026-01-05', 'il',
          '2026-01-12', '2026-01-12', false)
        """);
    write(
        "insert into records_request_search (search_id, request_id, query, run_by) values (:id, :id, 'q=bus', 'vega')");
    write(ITEM.formatted("1"));
    made("records_request_decisions(:id)", "current");
    made("'hash of other decisions'", "outdated");
    database.migrateTo("1.113");
  }

  private void made(String decisions, String name) {
    write(
        """
        insert into records_answer (answer_id, request_id, letter, decisions, asked_by, items, state, sha256, ended_at)
        values (gen_random_uuid(), :id, '%s', %s, 'vega', 1, 'ready', 'hash', now())
        """
            .formatted(name, decisions));
  }

  private void write(String sql) {
    database
        .jdbi()
        .useHandle(
            h -> {
              var statement = h.createUpdate(sql);
              if (sql.contains(":id")) {
                statement.bind("id", REQUEST);
              }
              statement.execute();
            });
  }

  private boolean isCurrent(String name) {
    return database.one(
        "select decisions = records_request_decisions(request_id) from records_answer where letter = '%s'"
            .formatted(name),
        Boolean.class);
  }

  @Test
  void anUpgradeLeavesPackagesAsTheyAre() {
    assertThat(isCurrent("current")).isTrue();
    assertThat(isCurrent("outdated")).isFalse();
  }

  @Test
  void anotherDecisionCounts() {
    write("update records_request_item set state = 'later', version = version + 1");

    assertThat(isCurrent("current")).isFalse();
  }

  @Test
  void anItemThatComesOrGoesCounts() {
    write(ITEM.formatted("2"));
    assertThat(isCurrent("current")).isFalse();
    made("records_request_decisions(:id)", "later");

    write("delete from records_request_item where item_id = '2'");

    assertThat(isCurrent("later")).isFalse();
  }

  @Test
  void whatADisposalTakesFromAnItemDecidesNothing() {
    write("update records_request_item set text_hash = '', note = ''");

    assertThat(isCurrent("current")).isTrue();
  }
}
