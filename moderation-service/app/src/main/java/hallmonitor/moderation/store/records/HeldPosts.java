package hallmonitor.moderation.store.records;

import hallmonitor.moderation.casework.CommentKey;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Tells whether a hold, or a request for records, keeps a post as it is. */
final class HeldPosts {
  /** The post itself, which has no author, and each of its comments: a picture is what they saw. */
  private static final String ROWS =
      """
      select c.account, c.comment_id, c.author_key, c.first_seen_at, %s as last_at, rc.case_id, rc.building
      from comment c left join review_case rc using (account, comment_id)
      where c.account = :account and c.post_id = :post
      union all
      select v.account, null, null, min(v.observed_at), max(v.observed_at), null, null
      from post_version v
      where v.account = :account and v.post_id = :post
      group by v.account
      """
          .formatted(HoldCoverage.LAST_AT);

  private static final String IS_HELD =
      """
      with place as (select * from unnest(:placeAccounts, :placeBuildings) as p(account, building))
      select exists (
          select from record_hold h
          where h.lifted_at is null and exists (select from (%s) k where %s))
        or exists (
          select from records_request_item i join records_request q using (request_id)
          where i.kind = 'post' and i.account = :account and i.item_id = :post
            and (q.held_until is null or q.held_until > clock_timestamp()))
      """
          .formatted(ROWS, HoldCoverage.COVERS);

  private HeldPosts() {}

  /**
   * Returns whether the post, or a comment under it, is held. Nobody places a hold, or adds to a
   * request, until the transaction ends, so the answer stays right.
   */
  static boolean isHeld(Handle transaction, CommentKey post, KeptDays.Calendar district) {
    transaction.execute("lock table record_hold, records_request_item in share mode");
    List<Map.Entry<String, String>> places = List.copyOf(district.places().entrySet());
    return transaction
        .createQuery(IS_HELD)
        .bind("account", post.account())
        .bind("post", post.id())
        .bind("zone", district.zone())
        .bindArray("placeAccounts", String.class, places.stream().map(Map.Entry::getKey).toList())
        .bindArray(
            "placeBuildings", String.class, places.stream().map(Map.Entry::getValue).toList())
        .mapTo(Boolean.class)
        .one();
  }

  /** Returns whether a search of a request for records runs, and may still find it. */
  static boolean isSearched(Handle transaction) {
    return transaction
        .createQuery("select exists (select from records_request_search where state = 'waiting')")
        .mapTo(Boolean.class)
        .one();
  }
}
