package hallmonitor.moderation.store.answer;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * What is known of the pictures of a request's items: the words that were read in them, and which
 * of them are the same, by the SHA-256 of the bytes that were read or are kept. Pictures of posts
 * are kept, and not read. Rows come one after the other: 100,000 items can have four pictures each.
 */
public final class ReadPictures {
  private static final int ROWS_AT_ONCE = 500;

  /** Each picture of each item. Redactions count only where the item is redacted. */
  private static final String SHOWN =
      """
      with shown as (
        select i.number as item, p.place, p.words, p.content_keys, p.url_key,
          i.state in ('release', 'redact') and not (i.state = 'redact' and x.whole) as released,
          case when i.state = 'redact' then x.areas else '' end as areas
        from records_request_item i
        cross join lateral records_item_pictures(i.item_no) p
        cross join lateral (
          select coalesce(bool_or(x.part = 'attachment'), false) as whole,
            coalesce(string_agg(concat_ws(' ', x.area_left, x.area_top, x.area_right, x.area_bottom), ','
              order by x.area_left, x.area_top, x.area_right, x.area_bottom) filter (where x.part = 'area'), '') as areas
          from records_request_redaction x
          where x.item_no = i.item_no and x.state = 'confirmed' and x.address = p.url) x
        where i.request_id = :request)
      """;

  private static final String WORDS =
      """
      select item, place, words from shown where words <> '' and %s order by item, place
      """;

  /**
   * The same address is the same picture, also where this server never had it. Not in an order: of
   * a picture that many show, the first rows come before all are found.
   */
  private static final String AGAIN =
      """
      , known as (
        select s.item, s.place, s.released, s.areas, k.content_key
        from shown s cross join lateral unnest(s.content_keys || ('address ' || s.url_key)) as k(content_key))
      select h.item, r.item as in_item, r.place
      from known h join known r using (content_key)
      where r.released and (not h.released or h.areas not in ('', r.areas))
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

  /** Gives the words in pictures that the public gets, in whole or with parts covered. */
  public void released(UUID request, Consumer<Stream<ReadInPicture>> use) {
    rows(WORDS.formatted("released"), request, ReadInPicture.class, asFunction(use));
  }

  /**
   * Gives the words in pictures that are withheld or redacted as a whole.
   *
   * @return what the use returns
   */
  public <T> T hidden(UUID request, Function<Stream<ReadInPicture>, T> use) {
    return rows(WORDS.formatted("not released"), request, ReadInPicture.class, use);
  }

  /**
   * Gives pictures that are left out in one place and go out in another, by their bytes. The same
   * can come twice.
   */
  public void again(UUID request, Consumer<Stream<ShownAgain>> use) {
    rows(AGAIN, request, ShownAgain.class, asFunction(use));
  }

  private static <R> Function<Stream<R>, Boolean> asFunction(Consumer<Stream<R>> use) {
    return stream -> {
      use.accept(stream);
      return true;
    };
  }

  private <R, T> T rows(String which, UUID request, Class<R> row, Function<Stream<R>, T> use) {
    return database.inTransaction(
        t ->
            t.createQuery(SHOWN + which)
                .bind("request", request)
                .setFetchSize(ROWS_AT_ONCE)
                .map(ConstructorMapper.of(row))
                .withStream(use::apply));
  }
}
