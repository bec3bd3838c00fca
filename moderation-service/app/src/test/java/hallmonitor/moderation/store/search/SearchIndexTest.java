package hallmonitor.moderation.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import hallmonitor.moderation.text.language.Language;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The index gets everything that is archived, once. */
class SearchIndexTest {
  /** Nothing that is tested takes so long unless it waits for a lock. */
  private static final Duration HANGS = Duration.ofSeconds(20);

  private final TestDatabase database = TestDatabase.fresh();
  private final SearchIndex index = new SearchIndex(database.jdbi(), text -> Language.ENGLISH);

  private int sql(String text, Object... values) {
    return database.jdbi().withHandle(h -> h.execute(text, values));
  }

  private List<String> texts(String sql) {
    return database.jdbi().withHandle(h -> h.select(sql).mapTo(String.class).list());
  }

  private void catchUp() throws SQLException {
    while (index.step()) {
      // Until nothing is due.
    }
  }

  private void comments(int many, boolean history, String body) {
    comments(many, history, body, "c");
  }

  private void comments(int many, boolean history, String body, String prefix) {
    sql(
        """
        insert into comment (account, comment_id, platform, post_id, author_key, author_name, visibility, latest_revision,
          latest_text, first_seen_at, visibility_at, changed_at, from_history)
        select 'practice', ? || i, 'wordpress', 'p1', 'name:Dana', 'Dana Reyes', 'visible', '1', '', now(), now(), now(), ?
        from generate_series(1, ?) i
        """,
        prefix,
        history,
        many);
    sql(
        """
        insert into revision (account, comment_id, revision, kind, body, raw, claimed_at, observed_at, outcome, clauses,
          findings, policy_version, model_version)
        select 'practice', ? || i, '1', 'created', ?, '{}', '2019-05-06T12:00:00Z', '2026-11-30T12:00:00Z', 'allow', '{}',
          '[]', 'p', 'm'
        from generate_series(1, ?) i
        """,
        prefix,
        body,
        many);
  }

  @Test
  void aBatchThatTakesManyStepsIsAddedWhole() throws SQLException {
    comments(1_000, false, "See you there");

    catchUp();

    assertThat(
            texts(
                "select count(*)::text from search_entry where lexemes @@ '''there'' & ''@dana'' & ''#LA:en'''"))
        .containsExactly("1000");
    assertThat(texts("select count(*)::text from search_due")).containsExactly("0");
  }

  @Test
  void longTextsAreAddedAFewAtATime() throws SQLException {
    for (int i = 0; i < 60; i++) {
      comments(1, false, "word ".repeat(2_000), "long" + i);
    }

    index.step();

    int afterOne = Integer.parseInt(texts("select count(*)::text from search_entry").get(0));
    assertThat(afterOne).isBetween(1, 40);
    catchUp();
    assertThat(texts("select count(*)::text from search_entry")).containsExactly("60");
  }

  @Test
  void aNewPostDoesNotWaitForTheHistory() throws SQLException {
    comments(1_000, false, "Long ago");
    sql("update search_due set history = true");
    sql(
        """
        insert into post_version (account, post_id, observed_at, version, title, body, pictures, listed)
        values ('practice', 'p9', now(), '1', 'Lunch', 'What is for lunch', '{}', true)
        """);

    index.step();

    assertThat(texts("select kind from search_entry")).containsExactly("post");
  }

  @Test
  void postsThatAreGoneDoNotEndTheCatchingUp() throws SQLException {
    sql(
        """
        insert into search_post_due (account, post_id, observed_at, since)
        select 'practice', 'gone-' || i, now(), now() - interval '1 hour' from generate_series(1, 25) i
        """);
    sql(
        """
        insert into post_version (account, post_id, observed_at, version, title, body, pictures, listed)
        values ('practice', 'p9', now(), '1', 'Lunch', 'What is for lunch', '{}', true)
        """);

    catchUp();

    assertThat(texts("select kind from search_entry")).containsExactly("post");
  }

  @Test
  void whatIsArchivedTwiceStandsInItOnce() throws SQLException {
    comments(3, false, "See you there");
    catchUp();
    sql(
        "insert into search_due (from_at, until_at) select min(judged_at), max(judged_at) from revision");

    catchUp();

    assertThat(texts("select count(*)::text from search_entry")).containsExactly("3");
  }

  /** One statement for each group, in five months, so that two services meet everywhere. */
  private void groups(int many, int each) {
    for (int group = 0; group < many; group++) {
      sql(
          """
          with added as (
            insert into comment (account, comment_id, platform, post_id, author_key, author_name, visibility, latest_revision,
              latest_text, first_seen_at, visibility_at, changed_at)
            select 'practice', 'g' || ? || '-' || i, 'wordpress', 'p1', 'name:Dana', 'Dana Reyes', 'visible', '1', '', now(),
              now(), now()
            from generate_series(1, ?) i returning comment_id)
          insert into revision (account, comment_id, revision, kind, body, raw, observed_at, outcome, clauses, findings,
            policy_version, model_version)
          select 'practice', comment_id, '1', 'created', 'These words are shared by everyone', '{}',
            timestamptz '2026-02-10' + ? * interval '1 month', 'allow', '{}', '[]', 'p', 'm'
          from added
          """,
          group,
          each,
          group % 5);
    }
  }

  @Test
  void twoServicesAtOnceAddEverythingOnce() throws Exception {
    groups(20, 100);
    var others = Executors.newFixedThreadPool(2);
    for (Future<Object> done : others.invokeAll(List.of(this::another, this::another))) {
      done.get();
    }
    others.shutdown();

    assertThat(texts("select count(*)::text from search_entry")).containsExactly("2000");
  }

  private Object another() throws SQLException {
    SearchIndex other = new SearchIndex(database.jdbi(), text -> Language.ENGLISH);
    while (!texts("select 'due' from search_due").isEmpty()) {
      other.step();
    }
    return "done";
  }

  @Test
  void whatWasThereBeforeTheSearchIsAdded() throws SQLException {
    TestDatabase old = TestDatabase.at("1.91");
    old.jdbi()
        .useHandle(
            h -> {
              h.execute(
                  """
                  insert into comment (account, comment_id, platform, post_id, author_key, author_name, visibility,
                    latest_revision, latest_text, first_seen_at, visibility_at, changed_at)
                  values ('practice', 'c1', 'wordpress', 'p1', 'name:Dana', 'Dana Reyes', 'visible', '1', '', now(), now(), now())
                  """);
              h.execute(
                  """
                  insert into revision (account, comment_id, revision, kind, body, raw, observed_at, judged_at, outcome,
                    clauses, findings, policy_version, model_version)
                  select 'practice', 'c1', i::text, 'edited', 'See you', '{}', now(), now() - i * interval '20 days',
                    'allow', '{}', '[]', 'p', 'm'
                  from generate_series(0, 5) i
                  """);
            });
    old.migrateTo("1.119");
    SearchIndex upgraded = new SearchIndex(old.jdbi(), text -> Language.ENGLISH);
    while (upgraded.step()) {
      // Until nothing is due.
    }

    List<String> found =
        old.jdbi()
            .withHandle(
                h ->
                    h.select("select revision from search_entry order by 1")
                        .mapTo(String.class)
                        .list());
    assertThat(found).containsExactly("0", "1", "2", "3", "4", "5");
  }

  @Test
  void historyStandsInTheMonthInWhichItWasWritten() throws SQLException {
    comments(1, true, "See you there");
    catchUp();
    assertThat(texts("select month::text from search_month")).containsExactly("2019-05-01");
  }

  @Test
  void itsEditsAndDeletionStandInTheMonthInWhichTheyWereSeen() throws SQLException {
    comments(1, true, "See you there");
    sql(
        """
        insert into revision (account, comment_id, revision, kind, body, raw, claimed_at, observed_at, outcome, clauses,
          findings, policy_version, model_version)
        select 'practice', 'c1', kind, kind, '', '{}', '2019-05-06T12:00:00Z', '2026-11-30T12:00:00Z',
          case when kind = 'edited' then 'allow' end, '{}', '[]', 'p', 'm'
        from unnest(array['edited', 'deleted']) kind
        """);
    catchUp();

    assertThat(texts("select kind || ' ' || date(at) from search_entry order by at, kind"))
        .containsExactly("comment 2019-05-06", "deletion 2026-11-30", "edit 2026-11-30");
  }

  @Test
  void onlyTheFirstVersionOfAPostStandsInTheMonthInWhichItWasWritten() throws SQLException {
    posts("2026-11-29", "2026-11-30");
    catchUp();

    assertThat(texts("select revision || ' ' || date(at) from search_entry order by at"))
        .containsExactly("of 2026-11-29 2019-05-06", "of 2026-11-30 2026-11-30");
  }

  /** A comment tells of its post before the post itself is read. */
  @Test
  void aVersionThatACommentToldOfStandsInTheIndexOnce() throws SQLException {
    version("2026-11-28", "a", false);
    catchUp();
    version("2026-11-29", "a", true);
    version("2026-11-30", "b", true);
    version("2026-12-01", "a", true);
    catchUp();

    assertThat(texts("select revision || ' ' || date(at) from search_entry order by at"))
        .containsExactly("a 2026-11-28", "b 2026-11-30", "a 2026-12-01");
  }

  private void version(String day, String name, boolean listed) {
    sql(
        """
        insert into post_version (account, post_id, observed_at, version, title, body, pictures, listed)
        values ('practice', 'p1', ?::timestamptz, ?, 'Tickets', 'On sale', '{}', ?)
        """,
        day + "T12:00:00Z",
        name,
        listed);
  }

  private void posts(String... days) {
    for (String day : days) {
      sql(
          """
          insert into post_version (account, post_id, observed_at, version, title, body, pictures, claimed_at, listed)
          values ('practice', 'p1', ?::timestamptz, 'of ' || ?, 'Tickets', 'On sale', '{}', '2019-05-06T12:00:00Z', true)
          """,
          day + "T12:00:00Z",
          day);
    }
  }

  @Test
  void aNewMonthWaitsForNoReaderOfTheOthers() {
    comments(1, false, "See you there");

    database
        .jdbi()
        .useTransaction(
            backup -> {
              backup.execute("lock table search_entry in access share mode");
              assertThat(CompletableFuture.supplyAsync(this::added)).succeedsWithin(HANGS);
            });

    assertThat(texts("select month::text from search_month")).containsExactly("2026-11-01");
  }

  @Test
  void aBeginningThatManyEntriesHaveIsFrequent() throws SQLException {
    comments(200, false, "See you there");
    comments(1, false, "Bring the zebra", "z");
    catchUp();
    sql("analyze search_entry");
    Set<String> frequent =
        database
            .jdbi()
            .withHandle(
                h -> SearchedWords.frequent(h, Set.of("@dan", "ther", "@zoe", "zebr", "'")));

    assertThat(frequent).containsExactlyInAnyOrder("@dan", "ther");
  }

  @Test
  void wordsThatAreKnownAreNotTouched() throws SQLException {
    comments(1, false, "See you there");
    catchUp();
    sql(
        "insert into search_due (from_at, until_at) select min(judged_at), max(judged_at) from revision");

    database
        .jdbi()
        .useTransaction(
            other -> {
              other.execute("select from search_word for update");
              assertThat(CompletableFuture.supplyAsync(this::added)).succeedsWithin(HANGS);
            });
  }

  private boolean added() {
    try {
      catchUp();
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void oneThatCannotBeAddedIsLeftOutAndTriedAgainWhenAsked() throws SQLException {
    comments(3, false, "See you there");
    posts("2026-11-29", "2026-11-30");
    sql(
        "alter table search_entry add constraint refusing check (item_id <> 'c2' and revision <> 'of 2026-11-30')");
    catchUp();

    assertThat(texts("select item_id || ' ' || revision from search_entry order by 1"))
        .containsExactly("c1 1", "c3 1", "p1 of 2026-11-29");
    assertThat(database.jdbi().withHandle(SearchIndex.Trail::of))
        .isEqualTo(new SearchIndex.Trail(null, false, 0, true));

    sql("alter table search_entry drop constraint refusing");
    index.retry();
    catchUp();
    assertThat(texts("select count(*)::text from search_entry")).containsExactly("5");
    assertThat(database.jdbi().withHandle(SearchIndex.Trail::of).failed()).isFalse();
  }

  @Test
  void theNearestOfManyNearWordsAreKept() throws SQLException {
    Set<String> far = new HashSet<>();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      for (int at = 3; at < 9; at++) {
        far.add(new StringBuilder("rincipal").insert(at - 1, letter).toString());
        far.add(new StringBuilder("pincipal").insert(at - 1, letter).toString());
      }
    }
    database
        .jdbi()
        .useTransaction(
            t -> {
              SearchedWords.add(t, far);
              SearchedWords.add(t, Set.of("principals"));
            });

    Set<String> near = database.jdbi().withHandle(h -> SearchedWords.near(h, "principal"));
    assertThat(near).contains("principal", "principals").hasSizeBetween(200, 201);
  }

  @Test
  void otherCommentsStandInTheMonthInWhichTheyWereSeen() throws SQLException {
    comments(1, false, "See you there");
    catchUp();
    assertThat(texts("select month::text from search_month")).containsExactly("2026-11-01");
  }

  @Test
  void hugeAndHostileTextsStopNothing() throws SQLException {
    comments(1, false, "'\\ ' : * & | ! <-> ( " + "wörd💀 ".repeat(60_000) + "x".repeat(90_000));

    catchUp();

    assertThat(texts("select item_id from search_entry where lexemes @@ '''word'' & ''💀'''"))
        .containsExactly("c1");
  }

  @Test
  void whatWasArchivedBeforeWaitsBehindTheNews() throws SQLException {
    sql("insert into search_due (from_at, until_at, history) values (now(), now(), true)");
    comments(400, false, "See you there");

    index.step();

    assertThat(texts("select count(*)::text from search_entry")).containsExactly("300");
    assertThat(texts("select history::text from search_due order by id"))
        .containsExactly("true", "false");
  }
}
