package hallmonitor.moderation.store.answer;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What was read in the pictures of a request's records. */
public final class AnswerPictureWords {
  private static final String WHOLLY_REDACTED =
      """
      exists (select from records_request_redaction x
        where x.item_no = i.item_no and x.state = 'confirmed' and x.part = 'attachment' and x.address = w.url)
      """;

  private static final String RELEASED =
      "i.state in ('release', 'redact') and not " + WHOLLY_REDACTED;

  private static final String HIDDEN =
      "(i.state = 'withhold' or i.state = 'redact' and " + WHOLLY_REDACTED + ")";

  /** A deletion has no pictures of its own, so those of the last text count, as in its record. */
  private static final String WORDS =
      """
      select i.item_no, w.words
      from records_request_item i
      cross join lateral (
        select rv.attachments from revision rv
        where rv.account = i.account and rv.comment_id = i.item_id
          and case when i.kind = 'deletion' then rv.kind <> 'deleted' else rv.revision = i.revision end
        order by rv.observed_at desc limit 1) a
      join picture_reading w
        on w.account = i.account and w.comment_id = i.item_id and w.words <> '' and w.url = any(a.attachments)
      where i.request_id = :request and i.kind <> 'post' and %s
      order by i.item_no
      """;

  private final Jdbi database;

  /** Creates it. */
  public AnswerPictureWords(Jdbi database) {
    this.database = database;
  }

  /** Words of one picture, or of all frames of one video, of an item. */
  public record ReadInPicture(long itemNo, String words) {}

  /** Returns the words in pictures that the public gets, in whole or with parts covered. */
  public List<ReadInPicture> released(UUID request) {
    return read(request, RELEASED);
  }

  /** Returns the words in pictures that are withheld or redacted as a whole. */
  public List<ReadInPicture> hidden(UUID request) {
    return read(request, HIDDEN);
  }

  private List<ReadInPicture> read(UUID request, String which) {
    return database.withHandle(
        h ->
            h.createQuery(WORDS.formatted(which))
                .bind("request", request)
                .map(ConstructorMapper.of(ReadInPicture.class))
                .list());
  }
}
