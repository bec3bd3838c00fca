package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.records.RecordPlaces;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.store.request.EarlierDecisions;
import hallmonitor.moderation.store.request.KeptGrounds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what a request found, within what the viewer may see. */
@ApplicationScoped
class ReviewQueries {
  /** The items of a request in the viewer's scope; the statement binds a {@link Sight}. */
  static final String ITEMS =
      """
      from records_request_item i
      left join review_case rc on i.kind <> 'post' and rc.account = i.account and rc.comment_id = i.item_id
      left join post_judgment pj on i.kind = 'post' and pj.account = i.account and pj.post_id = i.item_id
      where i.request_id = :request and %s
      """
          .formatted(Scope.ofComments("coalesce(rc.building, pj.building)", "i.account"));

  /**
   * What the archive names of an item i; a deletion has none of its own, so its last text counts.
   */
  private static final String ATTACHMENTS =
      """
      coalesce(case i.kind
        when 'post' then (
          select v.pictures from post_version v
          where v.account = i.account and v.post_id = i.item_id and v.version = i.revision
          order by v.observed_at limit 1)
        when 'deletion' then (
          select r.attachments from revision r
          where r.account = i.account and r.comment_id = i.item_id and r.kind <> 'deleted'
          order by r.observed_at desc limit 1)
        else (
          select r.attachments from revision r
          where r.account = i.account and r.comment_id = i.item_id and r.revision = i.revision)
        end, '{}')
      """;

  /** Whether an item i with a case rc may mean that someone comes to harm. */
  private static final String DANGER =
      """
      coalesce(rc.state not in ('dismissed', 'restored') and (rc.outcome = 'escalate' or rc.category in (%s)), false)
      """
          .formatted(
              Category.danger().stream()
                  .map(category -> "'" + category.label() + "'")
                  .collect(Collectors.joining(", ")));

  /** Items with their texts; what is left to fill in says which of the items i. */
  private static final String TEXTS =
      """
      select k.item_no, k.number, k.account, k.item_id, k.kind, k.seen_at, k.text_hash, k.state, k.exemption as ground_id,
        %s,
        k.note, k.decided_by, k.decided_at, k.version, k.redactions, k.withheld_before, k.case_id,
        k.case_state, k.clause, k.category, k.danger,
        case when k.kind = 'post' then v.body
          when r.kind = 'deleted' and btrim(r.body) = '' then c.latest_text
          else r.body end as body, k.attachments,
        coalesce(c.author_name, '') as author_name, coalesce(c.visibility, 'visible') as visibility,
        nullif(case when k.kind = 'post' then v.title else p.title end, '') as post_title
      from (
        select i.*, rc.case_id, coalesce(rc.state, '') as case_state, coalesce(rc.category, '') as category,
          coalesce(nullif(rc.decision_clause, ''), rc.clause, '') as clause,
          %s as danger, %s as withheld_before, %s as attachments %s and %%s) k
      left join records_request_ground g using (ground_no)
      left join comment c on k.kind <> 'post' and c.account = k.account and c.comment_id = k.item_id
      left join revision r
        on k.kind <> 'post' and r.account = k.account and r.comment_id = k.item_id
          and r.revision = k.revision
      left join post p on p.account = c.account and p.post_id = c.post_id
      left join lateral (
        select body, title from post_version v
        where k.kind = 'post' and v.account = k.account and v.post_id = k.item_id
          and v.version = k.revision
        order by v.observed_at limit 1) v on true
      order by k.item_no
      """
          .formatted(KeptGrounds.WORDS, DANGER, EarlierDecisions.WITHHELD, ATTACHMENTS, ITEMS);

  private static final String EQUAL =
      """
      select e.item_no, coalesce(c.author_name, '') as author,
        coalesce(case when e.kind = 'post' then v.title else p.title end, '') as title
      from (select i.* %s and i.text_hash = :hash and i.text_hash <> '' and i.item_no <> :item and i.state = 'open'
        and i.redactions = 0 and %s = '{}' and not %s and not %s) e
      left join comment c on e.kind <> 'post' and c.account = e.account and c.comment_id = e.item_id
      left join post p on p.account = c.account and p.post_id = c.post_id
      left join lateral (
        select title from post_version v
        where e.kind = 'post' and v.account = e.account and v.post_id = e.item_id and v.version = e.revision
        order by v.observed_at limit 1) v on true
      """
          .formatted(ITEMS, ATTACHMENTS, EarlierDecisions.WITHHELD, DANGER);

  /** An item that someone marked for redaction is not done before something is redacted. */
  private static final String UNDECIDED =
      "(i.state in ('open', 'later') or i.state = 'redact' and i.redactions = 0)";

  private final ConsoleDatabase database;
  private final RecordPlaces places;

  ReviewQueries(ConsoleDatabase database, RecordPlaces places) {
    this.database = database;
    this.places = places;
  }

  private Sight sight(Scope scope) {
    return new Sight(scope, places.accounts(scope));
  }

  /** Returns the searches of a request, the newest last. */
  List<RequestSearch> searches(UUID request) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select search_id, query, run_by, state, found, added, gone, asked_at, ended_at
                    from records_request_search where request_id = :request order by asked_at
                    """)
                .bind("request", request)
                .map(rows(RequestSearch.class))
                .list());
  }

  ReviewProgress progress(UUID request, Scope scope) {
    return database.read(
        h ->
            sight(scope)
                .bind(
                    h.createQuery(
                        """
                        select count(*) as items, count(*) filter (where not %s) as decided,
                          count(*) filter (where i.state = 'release') as released,
                          count(*) filter (where i.state = 'redact' and i.redactions > 0) as redacted,
                          count(*) filter (where i.state = 'withhold') as withheld,
                          count(*) filter (where i.state = 'later') as later
                        """
                                .formatted(UNDECIDED)
                            + ITEMS))
                .bind("request", request)
                .map(rows(ReviewProgress.class))
                .one());
  }

  /**
   * Returns the next item, or that before.
   *
   * @param after number of an item; 0 for the start
   * @param undecided whether decided ones are left out
   */
  Optional<Long> next(UUID request, long after, boolean undecided, boolean back, Scope scope) {
    String which = undecided ? " and " + UNDECIDED : "";
    String order =
        back
            ? " and i.item_no < :after order by i.item_no desc limit 1"
            : " and i.item_no > :after order by i.item_no limit 1";
    return database.read(
        h ->
            sight(scope)
                .bind(h.createQuery("select i.item_no " + ITEMS + which + order))
                .bind("request", request)
                .bind("after", after)
                .mapTo(Long.class)
                .findOne());
  }

  /** Returns the numbers of the items that nobody decided. */
  List<Long> open(UUID request, Scope scope) {
    return database.read(
        h ->
            sight(scope)
                .bind(h.createQuery("select i.item_no " + ITEMS + " and i.state = 'open'"))
                .bind("request", request)
                .mapTo(Long.class)
                .list());
  }

  /** Finds an item; also empty if the viewer may not see it. */
  Optional<ReviewItem> find(UUID request, long itemNo, Scope scope) {
    return database.read(
        h ->
            sight(scope)
                .bind(h.createQuery(TEXTS.formatted("i.item_no = :item")))
                .bind("request", request)
                .bind("item", itemNo)
                .map(rows(ReviewItem.class))
                .findOne());
  }

  /**
   * Returns items that nobody decided or redacted, in their order; without those that have pictures
   * or videos, those that may be dangerous, those that an earlier answer withheld or redacted, and
   * those that were disposed of.
   *
   * @param after number of an item; 0 for the start
   */
  List<ReviewItem> unread(UUID request, long after, int most, Scope scope) {
    String which =
        """
        i.state = 'open' and i.redactions = 0 and i.text_hash <> '' and i.item_no > :after
          and %s = '{}' and not %s and not %s order by i.item_no limit :most
        """
            .formatted(ATTACHMENTS, EarlierDecisions.WITHHELD, DANGER);
    return database.read(
        h ->
            sight(scope)
                .bind(h.createQuery(TEXTS.formatted(which)))
                .bind("request", request)
                .bind("after", after)
                .bind("most", most)
                .map(rows(ReviewItem.class))
                .list());
  }

  /** The names that an item shows besides its text; empty where there are none. */
  public record ItemNames(long itemNo, String author, String title) {}

  /**
   * Returns other items with the same text that nobody decided, now or in an earlier answer that
   * withheld or redacted them, without those that may be dangerous; none where pictures or videos
   * are part of what was said.
   */
  List<ItemNames> equal(UUID request, ReviewItem item, Scope scope) {
    if (!item.isAllText()) {
      return List.of();
    }
    return database.read(
        h ->
            sight(scope)
                .bind(h.createQuery(EQUAL))
                .bind("request", request)
                .bind("hash", item.textHash())
                .bind("item", item.itemNo())
                .map(rows(ItemNames.class))
                .list());
  }
}
