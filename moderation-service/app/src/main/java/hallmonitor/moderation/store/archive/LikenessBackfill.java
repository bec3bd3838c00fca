package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.store.ColumnArrays;
import hallmonitor.moderation.text.TextLikeness;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Adds similarity keys to open cases from before texts were compared. Works on a few at a time, in
 * the background, and skips locked ones until the next time.
 */
public final class LikenessBackfill {
  private static final int AT_ONCE = 500;

  private record Found(UUID caseId, TextLikeness likeness) {}

  private final Jdbi database;

  public LikenessBackfill(Jdbi database) {
    this.database = database;
  }

  /**
   * Runs until none is left, or until the thread is interrupted.
   *
   * @return number of cases that got keys
   */
  public int run() throws SQLException {
    int all = 0;
    int some;
    do {
      some = database.inTransaction(LikenessBackfill::some);
      all += some;
    } while (some > 0 && !Thread.currentThread().isInterrupted());
    return all;
  }

  private static int some(Handle transaction) throws SQLException {
    List<Found> found =
        transaction
            .createQuery(
                """
                select rc.case_id, r.body
                from review_case rc join revision r using (account, comment_id, revision)
                where rc.state = 'open' and rc.words_key is null and r.disposal_id is null
                  -- What a person must look at is like nothing else, whatever the text.
                  and not exists (
                    select from picture_reading p
                    where p.account = rc.account and p.comment_id = rc.comment_id
                      and (p.for_people or p.words <> '' or p.known_key <> ''))
                limit :some for update of rc skip locked
                """)
            .bind("some", AT_ONCE)
            .map(
                (row, context) ->
                    new Found(
                        row.getObject("case_id", UUID.class),
                        TextLikeness.of(row.getString("body"))))
            .list();
    ColumnArrays.of(found)
        .uuid(Found::caseId)
        .uuid(f -> f.likeness().text())
        .uuid(f -> f.likeness().words())
        .execute(
            transaction.getConnection(),
            """
            with keyed as (
              update review_case rc set text_key = k.text_key, words_key = k.words_key
              from unnest(?, ?, ?) as k(case_id, text_key, words_key) where rc.case_id = k.case_id
              returning rc.account, rc.comment_id, rc.revision, k.text_key, k.words_key)
            update revision r set text_key = k.text_key, words_key = k.words_key
            from keyed k
            where r.account = k.account and r.comment_id = k.comment_id and r.revision = k.revision
            """);
    return found.size();
  }
}
