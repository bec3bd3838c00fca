package hallmonitor.moderation.store.records;

/**
 * What a hold covers, as SQL over a row {@code k} with {@code account}, {@code comment_id}, {@code
 * author_key}, {@code first_seen_at}, {@code last_at}, {@code case_id} and {@code building}. A
 * statement binds {@code zone}, and names the building of each account of the district's file in a
 * relation {@code place}.
 */
public final class HoldCoverage {
  /** When something last happened to a comment {@code c} with its case {@code rc}. */
  public static final String LAST_AT =
      """
      greatest(c.first_seen_at, c.changed_at, c.visibility_at, rc.opened_at, rc.decided_at,
        (select max(greatest(r.observed_at, r.judged_at)) from revision r
          where r.account = c.account and r.comment_id = c.comment_id),
        (select max(e.at) from case_event e where e.case_id = rc.case_id))
      """;

  /** Whether a hold {@code h} is active and covers the row. */
  public static final String COVERS =
      """
      h.lifted_at is null and (
        h.case_id = k.case_id
        or h.covers = 'author' and h.account = k.account and h.author_key = k.author_key
        or h.covers = 'everything' and h.account in ('', k.account)
          and (h.building in ('', k.building)
            or h.building = coalesce((select min(p.building) from place p where p.account = k.account), h.building))
          and (h.from_day is null or k.last_at >= h.from_day::timestamp at time zone :zone)
          and (h.until_day is null or k.first_seen_at < (h.until_day + 1)::timestamp at time zone :zone))
      """;

  /** Whether an item {@code i} of a request {@code q} holds the row. */
  public static final String FOUND_BY =
      """
      i.account = k.account and i.item_id = k.comment_id and i.kind <> 'post'
        and (q.held_until is null or q.held_until > clock_timestamp())
      """;

  private HoldCoverage() {}
}
