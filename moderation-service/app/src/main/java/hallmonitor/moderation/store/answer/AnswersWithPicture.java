package hallmonitor.moderation.store.answer;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.request.RequestNumber;
import hallmonitor.moderation.store.request.RequestDesk;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Packages of answers in which a kept picture of a post may stand: it was opened on the page of an
 * item that is released. One that was sent is a record, and stays as it is. One that was not must
 * not be sent with a picture that people removed for good.
 */
public final class AnswersWithPicture {
  private static final String WITH_PICTURE =
      """
      select a.answer_id, a.request_id, q.year as number_year, q.position as number_position,
        exists (select from records_delivery d where d.answer_id = a.answer_id) as sent
      from records_answer a join records_request q using (request_id)
      where a.state not in ('outdated', 'failed', 'too-large') and exists (
        select from records_request_item i
        join post_picture p on p.account = i.account and p.post_id = i.item_id
        where i.request_id = a.request_id and i.kind = 'post' and i.state in ('release', 'redact')
          and p.account = :account and p.post_id = :post and p.url_key = :key and p.state = 'kept'
          and encode(sha256(p.content), 'hex') = any(i.opened))
      order by a.answer_id
      """;

  /**
   * A package.
   *
   * @param sent whether a link was made to it
   */
  public record WithPicture(
      UUID answerId, UUID requestId, @Nested("number") RequestNumber number, boolean sent) {}

  private AnswersWithPicture() {}

  /**
   * Returns those of a kept picture.
   *
   * @param urlKey key of its address
   */
  public static List<WithPicture> of(Handle handle, CommentKey post, String urlKey) {
    return read(handle, WITH_PICTURE, post, urlKey);
  }

  private static List<WithPicture> read(Handle handle, String sql, CommentKey post, String urlKey) {
    return handle
        .createQuery(sql)
        .bind("account", post.account())
        .bind("post", post.id())
        .bind("key", urlKey)
        .map(ConstructorMapper.of(WithPicture.class))
        .list();
  }

  /**
   * Ends the packages of a picture that were not sent, with their files, because people remove it;
   * to be called before it goes.
   *
   * @param by who removes it
   * @return all of them, also those that were sent
   */
  public static List<WithPicture> removed(
      Handle transaction, CommentKey post, String urlKey, String by) {
    // As a step of the package locks: the package before its request.
    List<WithPicture> all = read(transaction, WITH_PICTURE + "for update of a", post, urlKey);
    for (WithPicture one : all) {
      if (!one.sent()) {
        AnswerWork.end(transaction, one.answerId(), "outdated");
        RequestDesk.tell(
            transaction, one.requestId(), one.number(), by, "answer-picture-removed", "");
      }
      transaction.execute(
          "update records_answer set picture_removed = true where answer_id = ?", one.answerId());
    }
    return all;
  }
}
