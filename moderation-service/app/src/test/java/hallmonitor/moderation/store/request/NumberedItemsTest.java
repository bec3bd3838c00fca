package hallmonitor.moderation.store.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An upgrade numbers the items of each request, and changes no number that someone was told. */
class NumberedItemsTest {
  private static final UUID RUNNING = UUID.randomUUID();
  private static final UUID ANSWERED = UUID.randomUUID();
  private static final UUID PACKED = UUID.randomUUID();

  private final TestDatabase database = TestDatabase.at("1.117");

  @BeforeEach
  void itemsOfBeforeTheUpgrade() {
    List<UUID> all = List.of(RUNNING, ANSWERED, PACKED);
    for (UUID id : all) {
      write(
          """
          insert into records_request (request_id, year, position, code, way, requester, contact, words, language,
            commercial, arrived_at, received_on, statute, first_due, due, fixed)
          values (:id, 2026, %d, 'code', 'email', 'Dana Reyes', '', 'All', 'en', false, now(), '2026-01-05', 'il',
            '2026-01-12', '2026-01-12', false)
          """
              .formatted(all.indexOf(id) + 1),
          id);
      write(
          "insert into records_request_search (search_id, request_id, query, run_by) values (:id, :id, 'q=bus', 'vega')",
          id);
    }
    for (String item : List.of("1", "2")) {
      all.forEach(id -> item(id, item));
    }
    write(
        "insert into records_request_event (request_id, actor, kind, detail) values (:id, 'vega', 'answered', '')",
        ANSWERED);
    made(RUNNING, "leaking", "");
    made(PACKED, "ready", "hash");
    write(
        """
        insert into records_answer_pass (request_id, item_no, place, looked, passed_by)
        select :id, min(item_no), 'letter', '', 'vega' from records_request_item where request_id = :id
        """,
        RUNNING);
    database.migrateTo("1.118");
  }

  private void item(UUID request, String item) {
    write(
        """
        insert into records_request_item (request_id, search_id, account, item_id, kind, revision, seen_at, text_hash)
        values (:id, :id, 'practice', '%s', 'comment', 'r1', now(), 'hash')
        """
            .formatted(item),
        request);
  }

  private void made(UUID request, String state, String hash) {
    write(
        """
        insert into records_answer (answer_id, request_id, letter, decisions, asked_by, items, state, sha256, ended_at)
        values (gen_random_uuid(), :id, '', records_request_decisions(:id), 'vega', 2, '%s', '%s', now())
        """
            .formatted(state, hash),
        request);
  }

  private void write(String sql, UUID id) {
    database.jdbi().useHandle(h -> h.createUpdate(sql).bind("id", id).execute());
  }

  private List<Long> numbers(UUID request) {
    return read("number", request);
  }

  private List<Long> keys(UUID request) {
    return read("item_no", request);
  }

  private List<Long> read(String column, UUID request) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "select %s from records_request_item where request_id = :id order by item_no"
                            .formatted(column))
                    .bind("id", request)
                    .mapTo(Long.class)
                    .list());
  }

  private boolean has(String table, UUID request) {
    return database.one(
        "select exists (select from %s where request_id = '%s')".formatted(table, request),
        Boolean.class);
  }

  @Test
  void itemsThatNobodyWasToldOfAreNumberedFromOne() {
    assertThat(numbers(RUNNING)).containsExactly(1L, 2L).isNotEqualTo(keys(RUNNING));
    assertThat(has("records_answer", RUNNING)).as("a package with other numbers").isFalse();
    assertThat(has("records_answer_pass", RUNNING)).isFalse();
  }

  @Test
  void numbersThatARequesterMayHaveReadStay() {
    assertThat(numbers(ANSWERED)).isEqualTo(keys(ANSWERED));
    assertThat(numbers(PACKED)).isEqualTo(keys(PACKED));
    assertThat(has("records_answer", PACKED)).isTrue();
  }

  @Test
  void theNextItemFollowsTheLast() {
    item(RUNNING, "3");
    item(ANSWERED, "3");

    assertThat(numbers(RUNNING)).containsExactly(1L, 2L, 3L);
    assertThat(numbers(ANSWERED).get(2)).isEqualTo(numbers(ANSWERED).get(1) + 1);
  }

  @Test
  void anOlderServiceGoesOnAddingItems() {
    write(
        """
        insert into records_request_item (request_id, search_id, account, item_id, kind, revision, seen_at, text_hash)
        select :id, :id, 'practice', k.item_id, 'comment', 'r1', now(), 'hash'
        from unnest(array['2', '3', '1', '4']) with ordinality as k(item_id, place)
        order by k.place
        on conflict do nothing
        """,
        RUNNING);

    assertThat(numbers(RUNNING)).containsExactly(1L, 2L, 3L, 4L);
  }

  private List<Boolean> areCurrent(String basis) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "select decisions = %s(request_id) from records_answer order by ended_at"
                            .formatted(basis))
                    .mapTo(Boolean.class)
                    .list());
  }

  @Test
  void aPackageThatAnOlderServiceBeginsOrMakesIsOutdatedForANewerOne() {
    made(RUNNING, "ready", "other hash");

    assertThat(areCurrent("records_answer_basis")).containsExactly(true, false);
    assertThat(areCurrent("records_request_decisions"))
        .as("and a newer one for an older one")
        .containsExactly(false, true);
  }
}
