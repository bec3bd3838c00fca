package hallmonitor.bench.queue;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Inserts very many cases where the pipeline would: over ten buildings, twenty accounts, twelve
 * categories and thirty clauses. Most texts are unique, some are copied hundreds of times.
 */
public final class ManyCases {
  private static final String COMMENTS =
      """
      insert into comment (account, comment_id, platform, post_id, parent_id, author_key, author_name, permalink,
        visibility, visibility_at, latest_revision, latest_text, first_seen_at, changed_at)
      select 'account-' || i % 20, 'bench-' || i, 'platform-' || i % 20 % 4, 'p' || i % 500, null, 'key-' || i % 9000,
        'Author ' || i % 9000, 'http://127.0.0.1/#' || i, 'hidden', at, '1', text, at, at
      from many_cases
      """;
  private static final String REVISIONS =
      """
      insert into revision (account, comment_id, revision, kind, body, raw, observed_at, outcome, clauses, findings,
        policy_version, model_version, language, text_key, words_key)
      select 'account-' || i % 20, 'bench-' || i, '1', 'created', text, '{}', at, 'hide', array['2.1'],
        '[{"category":"PROFANITY","score":0.93,"detector":"lexicon","spans":[{"from":0,"to":4}],"why":"A swear word."}]',
        'a1b2c3d4e5f6', '9f8e7d6c5b4a', language, words_key, words_key
      from many_cases
      """;
  private static final String CASES =
      """
      insert into review_case (case_id, account, comment_id, building, platform, language, revision, outcome, clause,
        category, urgency, strikes, state, action_state, opened_at, seen_at, decided_by, decided_at, text_key, words_key,
        searched)
      select gen_random_uuid(), 'account-' || i % 20, 'bench-' || i, 'building-' || i % 20 % 10,
        'platform-' || i % 20 % 4, language, '1', case when i % 5 = 0 then 'review' else 'hide' end, '2.' || i % 30,
        'category-' || i % 12, (array['immediate', 'soon', 'soon', 'digest', 'digest'])[1 + i % 5], false,
        case when open then 'open' else 'confirmed' end,
        case when i % 5 = 0 then 'none' when i % 997 = 0 then 'failed' else 'hidden' end, at, at,
        case when open then null else 'bench' end, case when open then null else at end, words_key, words_key,
        lower('Author ' || i % 9000 || e'\\n' || text)
      from many_cases
      """;

  private ManyCases() {}

  /**
   * Inserts them.
   *
   * @param open how many wait, at least 0
   * @param decided how many are decided, at least 0
   */
  public static void put(Jdbi database, int open, int decided) {
    database.useTransaction(
        h -> {
          h.execute(
              """
              create temporary table many_cases on commit drop as
              select i, i <= ? as open, case when i % 9 = 0 then 'es' else 'en' end as language,
                clock_timestamp() - i * interval '7 seconds' as at,
                md5((case when i % 5 = 1 then i % 1500 else i end)::text)::uuid as words_key,
                'damn ' || repeat(md5(i::text) || ' ', 1 + i % 6) as text
              from generate_series(1, ?) i
              """,
              open, open + decided);
          fill(h);
        });
  }

  /** Adds copies of one text in one place, as left by a brigade or a bot. */
  static void copies(Jdbi database, int copies) {
    database.useTransaction(
        h -> {
          h.execute(
              """
              create temporary table many_cases on commit drop as
              select 100000000 + 60 * i as i, true as open, 'en' as language,
                clock_timestamp() - interval '90 days' - i * interval '1 second' as at,
                md5('the same')::uuid as words_key, 'damn the same' as text
              from generate_series(1, ?) i
              """,
              copies);
          fill(h);
        });
  }

  private static void fill(Handle h) {
    h.execute(
        """
        insert into post select 'account-' || a, 'p' || p, 'Post ' || p, 'A post.', null
        from generate_series(0, 19) a, generate_series(0, 499) p
        on conflict do nothing
        """);
    h.execute(COMMENTS);
    h.execute(REVISIONS);
    h.execute(CASES);
  }
}
