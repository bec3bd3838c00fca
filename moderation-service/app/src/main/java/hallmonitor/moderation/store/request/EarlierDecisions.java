package hallmonitor.moderation.store.request;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.request.RequestNumber;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.request.RequestDesk.Locked;
import hallmonitor.moderation.wording.Sentence;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * What earlier requests decided about the same records, and taking it over: the decision, its
 * ground, and what is redacted. Only answered requests count, and only the same version of a record
 * with the same text.
 */
public final class EarlierDecisions {
  /** Whether an item e of another request is the record of an item i. */
  private static final String RECORD =
      """
      i.text_hash <> '' and e.account = i.account and e.item_id = i.item_id and e.kind = i.kind
        and e.revision = i.revision and e.text_hash = i.text_hash and e.request_id <> i.request_id\
      """;

  /** Whether the request q of an item e was answered. */
  private static final String ANSWERED =
      """
      q.request_id = e.request_id and q.state in ('answered', 'closed')
        and q.answered_at is not null and q.disposal_id is null\
      """;

  /**
   * Whether an earlier answer withheld the record of an item i, as a whole or in part. Who decides
   * many items at once would not see it.
   */
  public static final String WITHHELD =
      """
      exists (
        select from records_request_item e join records_request q on %s
        where %s and e.state in ('redact', 'withhold'))\
      """
          .formatted(ANSWERED, RECORD);

  /** An item i, and the same record e of another request q that was answered. */
  private static final String SAME =
      """
      records_request_item i
      join records_request_item e on %s
      join records_request q on %s
      where e.state in ('release', 'redact', 'withhold') and i.request_id = :request
      """
          .formatted(RECORD, ANSWERED);

  /** What an item e gives out, in a form to compare. */
  private static final String OUTCOME =
      """
      concat_ws('|', e.state, e.exemption, (
        select string_agg(concat_ws(' ', r.part, r.from_at, r.to_at, r.address, r.area_left, r.area_top, r.area_right,
            r.area_bottom, r.ground_no), ','
          order by r.part, r.from_at, r.to_at, r.address, r.area_left, r.area_top, r.area_right, r.area_bottom)
        from records_request_redaction r where r.item_no = e.item_no and r.state = 'confirmed'))
      """;

  private static final String AGREED =
      """
      select i.item_no, max(e.item_no) as from_no from %s and i.state = 'open' and i.redactions = 0
      group by i.item_no having count(distinct %s) = 1
      """
          .formatted(SAME, OUTCOME);

  private static final String TAKE =
      """
      update records_request_item i
      set opened = i.opened || e.opened, state = e.state, exemption = e.exemption, ground_no = e.ground_no, redactions = e.redactions, note = '',
        decided_by = :by, decided_at = :now, version = i.version + 1
      from records_request_item e where i.item_no = :item and e.item_no = :from
      """;

  private static final String COPY =
      """
      insert into records_request_redaction (item_no, part, from_at, to_at, address, text_hash, area_left, area_top, area_right,
        area_bottom, rule, state, ground_no, answered_by, answered_at)
      select :item, r.part, r.from_at, r.to_at, r.address, r.text_hash, r.area_left, r.area_top, r.area_right, r.area_bottom,
        r.rule, 'confirmed', r.ground_no, :by, :now
      from records_request_redaction r where r.item_no = :from and r.state = 'confirmed'
      """;

  private final Jdbi database;
  private final Clock clock;

  /** Creates it. */
  public EarlierDecisions(Jdbi database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** An item, and the earlier one that it takes its decision from. */
  public record Taken(long itemNo, long fromNo) {}

  /** Returns how earlier requests decided the record of an item, the newest answer first. */
  public List<EarlierDecision> of(UUID requestId, long itemNo) {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select e.item_no, q.year as number_year, q.position as number_position, q.answered_at, e.state,
                      coalesce(g.english || ' (' || g.source || ')', e.exemption) as ground,
                      coalesce(g.spanish || ' (' || g.source || ')', e.exemption) as spanish, e.redactions
                    from (select e.* from %s and i.item_no = :item) e
                    join records_request q using (request_id)
                    left join records_request_ground g on g.ground_no = e.ground_no
                    order by q.answered_at desc, e.item_no desc limit 10
                    """
                        .formatted(SAME))
                .bind("request", requestId)
                .bind("item", itemNo)
                .map(ConstructorMapper.of(EarlierDecision.class))
                .list());
  }

  /** Returns the undecided items that all earlier answers decided the same way. */
  public List<Long> agreed(UUID requestId) {
    return database.withHandle(h -> agreed(h, requestId)).stream().map(Taken::itemNo).toList();
  }

  private static List<Taken> agreed(Handle h, UUID requestId) {
    return h.createQuery(AGREED)
        .bind("request", requestId)
        .map(ConstructorMapper.of(Taken.class))
        .list();
  }

  /**
   * Takes over how an earlier request decided the same record.
   *
   * @param version of the item, as the person saw it
   * @param from number of the earlier item
   * @throws NotLegal if the request is not open, if someone else changed the item, if parts of it
   *     are redacted already, or if the earlier item is not of the same record
   */
  public void take(UUID requestId, long itemNo, int version, long from, String by) {
    database.useTransaction(
        t -> {
          RequestItems.mayChange(t);
          Locked request = ReviewStart.open(t, requestId, by, clock.instant());
          boolean same =
              t.createQuery(
                      "select exists (select from %s and i.item_no = :item and e.item_no = :from)"
                          .formatted(SAME))
                  .bind("request", requestId)
                  .bind("item", itemNo)
                  .bind("from", from)
                  .mapTo(Boolean.class)
                  .one();
          if (!same) {
            throw new NotLegal(
                Sentence.of("That earlier decision no longer stands. Decide this item yourself."));
          }
          int redactions =
              t.createQuery(
                      """
                      select redactions from records_request_item
                      where request_id = :request and item_no = :item and version = :version
                      """)
                  .bind("request", requestId)
                  .bind("item", itemNo)
                  .bind("version", version)
                  .mapTo(Integer.class)
                  .findOne()
                  .orElseThrow(() -> new NotLegal(RequestItems.CHANGED));
          if (redactions > 0) {
            throw new NotLegal(
                Sentence.of(
                    "Parts of this item are redacted. Remove these redactions to take over an earlier"
                        + " decision."));
          }
          take(t, new Taken(itemNo, from), by);
          AuditLog.add(
              t,
              by,
              "request-item-taken-over",
              "request " + request.number() + ", item " + ItemNumbers.of(t, List.of(itemNo)),
              "as item " + ItemNumbers.of(t, List.of(from)) + " of request " + number(t, from));
        });
  }

  /**
   * Takes over all decisions on which the earlier answers agree, for items that nobody decided.
   *
   * @param items the person may see
   * @return how many were taken over
   * @throws NotLegal if the request is not open
   */
  public int takeAll(UUID requestId, Collection<Long> items, String by) {
    return database.inTransaction(
        t -> {
          RequestItems.mayChange(t);
          Locked request = ReviewStart.open(t, requestId, by, clock.instant());
          List<Taken> taken =
              agreed(t, requestId).stream().filter(one -> items.contains(one.itemNo())).toList();
          taken.forEach(one -> take(t, one, by));
          if (!taken.isEmpty()) {
            AuditLog.add(
                t,
                by,
                "request-item-taken-over",
                "request " + request.number(),
                "items " + ItemNumbers.of(t, taken.stream().map(Taken::itemNo).toList()));
          }
          return taken.size();
        });
  }

  /** Returns the number of the request of an item. */
  private static RequestNumber number(Handle t, long itemNo) {
    return t.createQuery(
            """
            select q.year, q.position from records_request_item i join records_request q using (request_id)
            where i.item_no = :item
            """)
        .bind("item", itemNo)
        .map(ConstructorMapper.of(RequestNumber.class))
        .one();
  }

  private void take(Handle t, Taken one, String by) {
    for (String sql : List.of(TAKE, COPY)) {
      t.createUpdate(sql)
          .bind("item", one.itemNo())
          .bind("from", one.fromNo())
          .bind("by", by)
          .bind("now", clock.instant())
          .execute();
    }
  }
}
