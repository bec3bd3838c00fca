package hallmonitor.moderation.console.answer;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.answer.PicturesToGo.LeftItem;
import hallmonitor.moderation.console.request.RequestsConfig;
import hallmonitor.moderation.store.archive.PicturedRevisions;
import hallmonitor.moderation.store.archive.PostPictures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Says before a package is made which pictures go out with it. Reads none of them. */
@ApplicationScoped
class PictureForecast {
  /** So many items are named; the others follow when these are looked at. */
  private static final int MOST_NAMED = 10;

  /** Each released picture that an item's page shows, with what is kept of it and was opened. */
  private static final String RELEASED =
      """
      with released as (
        select i.item_no, i.number, coalesce(k.files, 0) as files, coalesce(k.bytes, 0) as bytes
        from records_request_item i
        cross join lateral records_item_pictures(i.item_no) p
        cross join lateral (
          select count(*) as files, sum(octet_length(kept.content)) as bytes
          from (
            select c.content from comment_picture c
            where i.kind <> 'post' and c.account = i.account and c.comment_id = i.item_id
              and (c.url_key = p.url_key or c.video_key = p.url_key) and coalesce(nullif(c.content_key, ''), encode(sha256(c.content), 'hex')) = any(i.opened)
            union all
            select o.content from post_picture o
            where i.kind = 'post' and o.account = i.account and o.post_id = i.item_id and o.url_key = p.url_key
              and o.state = 'kept'
                and coalesce(nullif(o.content_key, ''), encode(sha256(o.content), 'hex')) = any(i.opened)) kept) k
        where i.request_id = :request and i.state in ('release', 'redact')
          and p.place <= case when i.kind = 'post' then :of_post else :of_comment end
          and not (i.state = 'redact' and exists (
            select from records_request_redaction x
            where x.item_no = i.item_no and x.state = 'confirmed' and x.part = 'attachment' and x.address = p.url)))
      """;

  private final ConsoleDatabase database;
  private final RequestsConfig config;

  PictureForecast(ConsoleDatabase database, RequestsConfig config) {
    this.database = database;
    this.config = config;
  }

  /** A row of {@link #of}. */
  public record Sum(long files, long bytes, long leftOut) {}

  PicturesToGo of(UUID request) {
    return database.read(
        h -> {
          Sum sum =
              h.createQuery(
                      RELEASED
                          + """
                          select coalesce(sum(files), 0) as files, coalesce(sum(bytes), 0) as bytes,
                            count(*) filter (where files = 0) as left_out
                          from released
                          """)
                  .bind("request", request)
                  .bind("of_post", PostPictures.MOST_OF_A_POST)
                  .bind("of_comment", PicturedRevisions.MOST_OF_A_COMMENT)
                  .map(rows(Sum.class))
                  .one();
          List<LeftItem> unseen =
              sum.leftOut() == 0
                  ? List.of()
                  : h.createQuery(
                          RELEASED
                              + """
                              select distinct item_no, number from released where files = 0 order by number limit :most
                              """)
                      .bind("request", request)
                      .bind("of_post", PostPictures.MOST_OF_A_POST)
                      .bind("of_comment", PicturedRevisions.MOST_OF_A_COMMENT)
                      .bind("most", MOST_NAMED)
                      .map(rows(LeftItem.class))
                      .list();
          return new PicturesToGo(
              sum.files(), sum.bytes(), config.mostPictureBytes(), sum.leftOut(), unseen);
        });
  }
}
