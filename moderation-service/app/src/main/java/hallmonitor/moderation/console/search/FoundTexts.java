package hallmonitor.moderation.console.search;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.pictures.PictureMark;
import hallmonitor.moderation.console.search.SearchMonths.FoundEntry;
import hallmonitor.moderation.store.archive.ReadPictureWords;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Reads from the archive what was found in the index. */
final class FoundTexts {
  private static final String READ =
      """
      select k.at, k.account, k.item_id, coalesce(c.post_id, k.item_id) as post_id, k.kind,
        case when k.kind = 'post' then v.body
          when r.kind = 'deleted' and btrim(r.body) = '' then c.latest_text
          else r.body end as body,
        coalesce(c.author_name, '') as author_name,
        nullif(case when k.kind = 'post' then v.title else p.title end, '') as post_title,
        coalesce(v.permalink, c.permalink) as permalink, c.visibility, r.outcome, rc.case_id, rc.state,
        %s, %s as picture_words
      from unnest(cast(:at as timestamptz[]), :accounts, :items, :kinds, :revisions)
        with ordinality as k(at, account, item_id, kind, revision, place)
      left join comment c on k.kind <> 'post' and c.account = k.account and c.comment_id = k.item_id
      left join revision r
        on k.kind <> 'post' and r.account = k.account and r.comment_id = k.item_id and r.revision = k.revision
      left join post p on p.account = c.account and p.post_id = c.post_id
      left join review_case rc on k.kind <> 'post' and rc.account = k.account and rc.comment_id = k.item_id
      left join lateral (
        select * from post_version v
        where k.kind = 'post' and v.account = k.account and v.post_id = k.item_id and v.version = k.revision
        order by v.listed desc, v.observed_at limit 1) v on true
      where (r.revision is not null and r.disposal_id is null) or v.version is not null
      order by k.place
      """
          .formatted(
              PictureMark.column("coalesce(r.attachments, v.pictures)", "r"),
              ReadPictureWords.OF_REVISION);

  private FoundTexts() {}

  /** Returns them in the same order; what was disposed of in this moment is left out. */
  static List<FoundText> of(Handle h, List<FoundEntry> keys) {
    return h.createQuery(READ)
        .bindArray(
            "at", String.class, of(keys, key -> key.at().atOffset(ZoneOffset.UTC).toString()))
        .bindArray("accounts", String.class, of(keys, FoundEntry::account))
        .bindArray("items", String.class, of(keys, FoundEntry::itemId))
        .bindArray("kinds", String.class, of(keys, FoundEntry::kind))
        .bindArray("revisions", String.class, of(keys, FoundEntry::revision))
        .map(rows(FoundText.class))
        .list();
  }

  private static List<String> of(List<FoundEntry> keys, Function<FoundEntry, String> value) {
    return keys.stream().map(value).toList();
  }
}
