package hallmonitor.moderation.store.archive;

import hallmonitor.contract.event.EscalationEvent.PictureKept;
import hallmonitor.moderation.casework.CommentKey;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The pictures of comments that wait to be read for words. An instance claims one, which counts as
 * a try, and works on it without a transaction; if it dies, its claim ends by itself. What was read
 * goes to the second look, which gives the comment another verdict.
 */
public final class PictureQueue {
  private static final String CLAIM =
      """
      update picture_reading p
      set tries = tries + 1, claimed_until = clock_timestamp() + cast(:lease as interval), asking = true
      where p.id = (
        select w.id from picture_reading w
        where w.state = 'waiting' and w.video = :video and w.due_at <= clock_timestamp()
          and (w.claimed_until is null or w.claimed_until < clock_timestamp())
          and not exists (
            select from picture_reading o
            where o.host = w.host and o.video = w.video and o.asking and o.claimed_until >= clock_timestamp())
          and (w.why = 'too-many' or exists (
            select from comment_picture c
            where c.account = w.account and c.comment_id = w.comment_id and c.url_key = w.url_key)
          or %s)
        order by w.from_history, w.tries > 0, w.due_at
        limit 1
        for update skip locked)
      returning p.id, p.account, p.comment_id, p.url, p.tries, p.why = 'too-many' as too_many, p.looks, p.claimed_until
      """;

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
      update second_look s set danger = :unjudged
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

  /**
   * A picture that an instance works on.
   *
   * @param tries how often that was begun, this time included
   * @param tooMany whether its comment has more pictures than are read before it
   * @param kind whether it is known to be a video
   * @param looks how often taking frames of it was begun before
   * @param until end of the claim, which tells it from others
   */
  public record Claimed(
      long id,
      CommentKey key,
      String url,
      int tries,
      boolean tooMany,
      FetchKind kind,
      int looks,
      OffsetDateTime until) {
    Claimed until(OffsetDateTime later) {
      return new Claimed(id, key, url, tries, tooMany, kind, looks, later);
    }
  }

  private final Handle transaction;

  public PictureQueue(Handle transaction) {
    this.transaction = transaction;
  }

  /**
   * Claims what is due first, new comments before those of a history and first tries before further
   * ones, and none of a host that is being asked for the same kind. While the hour's limit is
   * reached, none is due that would have to be fetched.
   *
   * @param lease time after which another instance may claim it
   * @param kind videos, or all that is not known to be one
   */
  public Optional<Claimed> claim(Duration lease, FetchKind kind, HourlyLimit limit) {
    return PictureFetches.bind(
            transaction.createQuery(CLAIM.formatted(PictureFetches.IS_WITHIN)), kind.hour(), limit)
        .bind("lease", lease.toString())
        .bind("video", kind == FetchKind.VIDEO)
        .map(
            (row, context) ->
                new Claimed(
                    row.getLong("id"),
                    new CommentKey(row.getString("account"), row.getString("comment_id")),
                    row.getString("url"),
                    row.getInt("tries"),
                    row.getBoolean("too_many"),
                    kind,
                    row.getInt("looks"),
                    row.getObject("claimed_until", OffsetDateTime.class)))
        .findOne();
  }

  /**
   * Prolongs a claim.
   *
   * @param lease from now on
   * @return empty if it was lost, to another instance or to evidence
   */
  public Optional<Claimed> prolong(Claimed picture, Duration lease) {
    return transaction
        .createQuery(
            """
            update picture_reading set claimed_until = clock_timestamp() + cast(:lease as interval)
            where id = :id and claimed_until = :until
            returning claimed_until
            """)
        .bind("lease", lease.toString())
        .bind("id", picture.id())
        .bind("until", picture.until())
        .mapTo(OffsetDateTime.class)
        .findOne()
        .map(picture::until);
  }

  /** Records that it is fetched now. */
  public void fetching(Claimed picture) {
    on(picture, "update picture_reading set fetched_at = clock_timestamp(), no_room = false")
        .execute();
  }

  /** Records that it is not kept for lack of room. It is looked at all the same. */
  public void hasNoRoom(Claimed picture) {
    on(picture, "update picture_reading set no_room = true").execute();
  }

  /** Lets its host be asked for others, while this one is worked on. */
  public void hostIsFree(Claimed picture) {
    on(picture, "update picture_reading set asking = false").execute();
  }

  /**
   * Records what a video is, and deletes frames of an earlier one of the same address: what is read
   * and what a case shows are of one video. A known picture that was found stays.
   *
   * @param contentKey see {@link CommentPictures#contentKey}
   */
  public void isContent(Claimed video, String contentKey) {
    CommentFrames.deleteOthers(transaction, video, contentKey);
    on(video, "update picture_reading set content_key = :content")
        .bind("content", contentKey)
        .execute();
  }

  /** Counts that frames of it are taken now, before the first one. */
  public void looking(Claimed video) {
    on(video, "update picture_reading set looks = looks + 1").execute();
  }

  /** Takes that back: what takes frames failed, whatever the video is. */
  public void notLooked(Claimed video) {
    on(video, "update picture_reading set looks = greatest(looks - 1, 0)").execute();
  }

  /** Puts it among the videos. What was no try of a video does not count as one. */
  public void isVideo(Claimed picture) {
    on(
            picture,
            """
            update picture_reading
            set video = true, tries = 0, due_at = clock_timestamp(), claimed_until = null, asking = false
            """)
        .execute();
  }

  /**
   * Records what was read, and that the comment is to be judged with it.
   *
   * @param words may be empty
   * @param gap what was not read of it
   * @param forPeople whether a person must look at it for that
   */
  public void read(Claimed picture, String words, PictureGap gap, boolean forPeople) {
    end(picture, "read", gap, words, forPeople);
  }

  /**
   * Records what was seen in it. The comment is judged with a known picture, whatever its words
   * say.
   *
   * @param contentKey see {@link CommentPictures#contentKey}; empty if it is recorded already
   * @param known the known picture that it is, or {@link KnownInPicture#NONE}
   */
  public void seen(Claimed picture, String contentKey, KnownInPicture known) {
    on(
            picture,
            """
            update picture_reading
            set content_key = coalesce(nullif(:content, ''), content_key), known_key = :known, known_category = :category, known_score = :score,
              known_why = :reason, to_judge = to_judge or :known <> ''
            """)
        .bind("content", contentKey)
        .bind("known", known.key())
        .bind("category", known.category())
        .bind("score", known.score())
        .bind("reason", known.why())
        .execute();
  }

  /**
   * Records that it is not read.
   *
   * @param forPeople whether a person must look at it for that
   */
  public void unread(Claimed picture, PictureGap why, boolean forPeople) {
    end(picture, "unread", why, "", forPeople);
  }

  private void end(Claimed picture, String state, PictureGap why, String words, boolean forPeople) {
    on(
            picture,
            """
            update picture_reading
            set state = :state, why = :why, words = :words, for_people = :people,
              to_judge = to_judge or :words <> '' or :people, claimed_until = null, asking = false, done_at = clock_timestamp()
            """)
        .bind("state", state)
        .bind("why", why.code())
        .bind("words", words)
        .bind("people", forPeople)
        .execute();
    transaction
        .createUpdate(CommentPictures.NOT_NEEDED + " and r.id = :id")
        .bind("id", picture.id())
        .execute();
  }

  /**
   * Records that it is tried again.
   *
   * @param wait from now on
   */
  public void later(Claimed picture, PictureGap why, Duration wait) {
    on(
            picture,
            """
            update picture_reading
            set why = :why, due_at = clock_timestamp() + cast(:wait as interval), claimed_until = null, asking = false
            """)
        .bind("why", why.code())
        .bind("wait", wait.toString())
        .execute();
  }

  /** What lost its claim, to another instance or to evidence, ends nothing. */
  private Update on(Claimed picture, String sql) {
    return transaction
        .createUpdate(sql + " where id = :id and claimed_until = :until")
        .bind("id", picture.id())
        .bind("until", picture.until());
  }

  /**
   * Puts comments that must be judged with their pictures into the queue of the second look. Those
   * that stand there already are judged with them, too.
   *
   * @return how many were put there
   */
  public int handOver() {
    return transaction.createUpdate(SOONER).bind("unjudged", UNJUDGED).execute()
        + transaction
            .createUpdate(HAND_OVER)
            .bind("unjudged", UNJUDGED)
            .bind("unread", UNREAD)
            .execute();
  }

  /**
   * Lets a picture be read that could not be fetched, or had no words, if evidence has other bytes.
   * Words that were read stay, and are marked if evidence has another picture. To be called before
   * evidence's picture is kept.
   */
  public void evidenceCame(PictureKept kept) {
    transaction
        .createUpdate(
            """
            update picture_reading p set why = 'changed'
            from review_case rc join comment_picture c using (account, comment_id)
            where rc.case_id = :case and p.account = rc.account and p.comment_id = rc.comment_id
              and p.url_key = :key and c.url_key = p.url_key and (p.words <> '' or p.known_key <> '') and c.content <> :content
            """)
        .bind("case", kept.caseId())
        .bind("key", CommentPictures.key(kept.url()))
        .bind("content", kept.bytes())
        .execute();
    transaction
        .createUpdate(
            """
            update picture_reading p
            set state = 'waiting', why = '', tries = 0, due_at = clock_timestamp(), done_at = null, for_people = false,
              claimed_until = null, asking = false, video = false, looks = 0
            from review_case rc
            where rc.case_id = :case and p.account = rc.account and p.comment_id = rc.comment_id
              and p.url_key = :key and p.words = '' and p.known_key = '' and not exists (
                select from comment_picture c
                where c.account = p.account and c.comment_id = p.comment_id and c.url_key = p.url_key
                  and c.content = :content and p.state = 'read')
            """)
        .bind("case", kept.caseId())
        .bind("key", CommentPictures.key(kept.url()))
        .bind("content", kept.bytes())
        .execute();
  }

  /**
   * Lets pictures that could not be read for lack of a program be read, as far as a week back.
   *
   * @param why what they lacked
   */
  public void readAtLast(PictureGap why) {
    transaction
        .createUpdate(
            """
            update picture_reading
            set state = 'waiting', why = '', tries = 0, looks = 0, due_at = clock_timestamp(), done_at = null, for_people = false
            where state = 'unread' and why = :why and done_at > clock_timestamp() - interval '7 days'
            """)
        .bind("why", why.code())
        .execute();
  }
}
