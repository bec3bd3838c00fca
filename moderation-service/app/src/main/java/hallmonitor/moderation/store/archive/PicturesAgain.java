package hallmonitor.moderation.store.archive;

import hallmonitor.contract.event.EscalationEvent.PictureKept;
import hallmonitor.moderation.casework.CommentKey;
import org.jdbi.v3.core.Handle;

/** Lets pictures of comments wait again that could not be read before. */
public final class PicturesAgain {
  private final Handle transaction;

  public PicturesAgain(Handle transaction) {
    this.transaction = transaction;
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
            from review_case rc
            where rc.case_id = :case and p.account = rc.account and p.comment_id = rc.comment_id
              and p.url_key = :key and (p.words <> '' or p.known_key <> '')
              and (not p.video and p.content_key not in ('', encode(sha256(:content), 'hex')) or exists (
                select from comment_picture c
                where c.account = p.account and c.comment_id = p.comment_id and c.url_key = p.url_key and c.content <> :content))
            """)
        .bind("case", kept.caseId())
        .bind("key", CommentPictures.key(kept.url()))
        .bind("content", kept.bytes())
        .execute();
    transaction
        .createUpdate(
            """
            update picture_reading p
            set state = 'waiting', why = '', tries = 0, due_at = clock_timestamp(), done_at = null, for_people = false, no_room = false, other_key = '',
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
   * Lets what a person had fetched be read, if it was not read before: nothing of it was, or other
   * bytes. What was read of those stays, and is marked. To be called after it is kept.
   *
   * @param contentKey of the picture, or of the video file
   */
  public void personCame(CommentKey comment, String url, String contentKey) {
    transaction
        .createUpdate(
            """
            update picture_reading
            set state = 'waiting', tries = 0, looks = 0, due_at = clock_timestamp(), done_at = null, for_people = false,
              claimed_until = null, asking = false,
              other_key = case when content_key in ('', :content) then other_key else :content end,
              why = case when content_key in ('', :content) and other_key = '' then '' else 'changed' end
            where account = :account and comment_id = :comment and url_key = :key
              and state <> 'waiting' and why <> 'too-many'
              and (content_key <> '' or state = 'unread')
              and (:content not in (content_key, other_key) or why = 'some-frames')
            """)
        .bind("account", comment.account())
        .bind("comment", comment.id())
        .bind("key", CommentPictures.key(url))
        .bind("content", contentKey)
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
