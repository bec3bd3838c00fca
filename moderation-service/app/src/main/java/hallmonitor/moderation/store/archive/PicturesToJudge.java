package hallmonitor.moderation.store.archive;

import org.jdbi.v3.core.Handle;

/** Hands comments over to the second look, to be judged with what was read in their pictures. */
public final class PicturesToJudge {
  /**
   * What the looks are at is passed over, and comes again a moment later: they lock both tables.
   */
  private static final String SOONER =
      """
      with due as (
        select s.account, s.comment_id, s.revision
        from second_look s join picture_reading p using (account, comment_id, revision)
        where p.to_judge and (p.words <> '' or p.known_key <> '') and not p.from_history and s.danger < :unjudged
        for update of s skip locked)
      update second_look s set danger = :unjudged, not_before = null
      from due
      where (s.account, s.comment_id, s.revision) = (due.account, due.comment_id, due.revision)
      """;

  /** A disposal locks its comments first, so that nothing comes back that it erases. */
  private static final String HAND_OVER =
      """
      with due as (
        select p.account, p.comment_id, p.revision, p.from_history, p.words || p.known_key as words, p.seen, p.traceparent
        from picture_reading p join comment c using (account, comment_id)
        where p.to_judge
          and not exists (
            select from second_look s
            where s.account = p.account and s.comment_id = p.comment_id and s.revision = p.revision)
        for key share of c skip locked for update of p skip locked)
      insert into second_look (account, comment_id, revision, danger, since, seen, traceparent)
      select distinct on (account, comment_id, revision) account, comment_id, revision,
        case when from_history then 0 when words <> '' then :unjudged else :unread end,
        clock_timestamp(), seen, traceparent
      from due
      order by account, comment_id, revision, words = ''
      on conflict do nothing
      """;

  /** So dangerous may be words that no one has judged yet. */
  private static final double UNJUDGED = 1;

  /** An unread picture goes to a person, and no one is notified. */
  private static final double UNREAD = 0.1;

  private PicturesToJudge() {}

  /**
   * Puts comments that must be judged with their pictures into the queue of the second look. Those
   * that stand there already are judged with them, too.
   *
   * @return how many were put there
   */
  public static int handOver(Handle transaction) {
    return transaction.createUpdate(SOONER).bind("unjudged", UNJUDGED).execute()
        + transaction
            .createUpdate(HAND_OVER)
            .bind("unjudged", UNJUDGED)
            .bind("unread", UNREAD)
            .execute();
  }
}
