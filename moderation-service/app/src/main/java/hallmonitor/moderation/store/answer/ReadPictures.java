package hallmonitor.moderation.store.answer;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * What is known of the pictures of a request's comments because they were read: their words, and
 * which of them are the same. Pictures of posts are not read.
 */
public final class ReadPictures {
  /**
   * Each picture of each item. A deletion has none of its own, so those of the last text count, as
   * in its record. Redactions count only where the item is redacted.
   */
  private static final String SHOWN =
      """
      with shown as (
        select i.number as item, array_position(a.attachments, w.url) as place, w.words, w.content_key,
          i.state in ('release', 'redact') and not (i.state = 'redact' and x.whole) as released,
          case when i.state = 'redact' then x.areas else '' end as areas
        from records_request_item i
        cross join lateral (
          select rv.attachments from revision rv
          where rv.account = i.account and rv.comment_id = i.item_id
            and case when i.kind = 'deletion' then rv.kind <> 'deleted' else rv.revision = i.revision end
          order by rv.observed_at desc limit 1) a
        join picture_reading w on w.account = i.account and w.comment_id = i.item_id and w.url = any(a.attachments)
        cross join lateral (
          select coalesce(bool_or(x.part = 'attachment'), false) as whole,
            coalesce(string_agg(concat_ws(' ', x.area_left, x.area_top, x.area_right, x.area_bottom), ','
              order by x.area_left, x.area_top, x.area_right, x.area_bottom) filter (where x.part = 'area'), '') as areas
          from records_request_redaction x
          where x.item_no = i.item_no and x.state = 'confirmed' and x.address = w.url) x
        where i.request_id = :request and i.kind <> 'post')
      """;

  private static final String WORDS =
      """
      select item, place, words from shown where words <> '' and released = :released order by item, place
      """;

  private static final String AGAIN =
      """
      select distinct h.item, r.item as in_item, r.place
      from shown h join shown r using (content_key)
      where content_key <> '' and r.released and (not h.released or h.areas not in ('', r.areas))
      order by h.item, in_item, r.place
      """;

  private final Jdbi database;

  /** Creates it. */
  public ReadPictures(Jdbi database) {
    this.database = database;
  }

  /**
   * Words of one picture, or of all frames of one video, of an item.
   *
   * @param item its number within the request
   * @param place of the picture in the item, from 1
   */
  public record ReadInPicture(long item, int place, String words) {}

  /**
   * A picture that is left out of an item, in whole or in part, and goes out with another.
   *
   * @param item number of the item where it is left out
   * @param inItem where it goes out without the same parts covered; it may be the same item with
   *     two addresses
   * @param place of the picture in that item, from 1
   */
  public record ShownAgain(long item, long inItem, int place) {}

  /** Returns the words in pictures that the public gets, in whole or with parts covered. */
  public List<ReadInPicture> released(UUID request) {
    return words(request, true);
  }

  /** Returns the words in pictures that are withheld or redacted as a whole. */
  public List<ReadInPicture> hidden(UUID request) {
    return words(request, false);
  }

  private List<ReadInPicture> words(UUID request, boolean released) {
    return database.withHandle(
        h ->
            h.createQuery(SHOWN + WORDS)
                .bind("request", request)
                .bind("released", released)
                .map(ConstructorMapper.of(ReadInPicture.class))
                .list());
  }

  /** Returns pictures that are left out in one place and go out in another, by their bytes. */
  public List<ShownAgain> again(UUID request) {
    return database.withHandle(
        h ->
            h.createQuery(SHOWN + AGAIN)
                .bind("request", request)
                .map(ConstructorMapper.of(ShownAgain.class))
                .list());
  }
}
