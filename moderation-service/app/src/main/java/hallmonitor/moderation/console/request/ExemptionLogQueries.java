package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.records.RecordPlaces;
import hallmonitor.moderation.store.request.KeptGrounds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads what of a request is withheld or redacted, and why: places and grounds, never words. */
@ApplicationScoped
public class ExemptionLogQueries {
  private static final String EXEMPT =
      " and (i.state = 'withhold' or i.state = 'redact' and i.redactions > 0)";

  private static final String ENTRIES =
      """
      with items as (
        select i.item_no, i.number, i.kind, i.account, i.seen_at, i.state, i.exemption, i.ground_no, i.decided_by,
          i.decided_at
        %s and i.number > :after and i.number <= :last order by i.number limit :most),
      entries as (
        select item_no, number, kind, account, seen_at, 'whole' as part, exemption, ground_no, decided_by, decided_at
        from items where state = 'withhold'
        union all
        select i.item_no, i.number, i.kind, i.account, i.seen_at, r.part, '', r.ground_no, r.answered_by,
          max(r.answered_at)
        from items i join records_request_redaction r using (item_no)
        where i.state = 'redact' and r.state = 'confirmed'
        group by i.item_no, i.number, i.kind, i.account, i.seen_at, r.part, r.ground_no, r.answered_by)
      select e.item_no, e.number, e.kind, e.account, e.seen_at, e.part, coalesce(g.exemption, e.exemption) as ground_id,
        %s, e.decided_by, coalesce(u.display_name, e.decided_by) as decider, e.decided_at
      from entries e left join records_request_ground g using (ground_no)
      left join console_user u on u.user_name = e.decided_by
      order by e.number, e.part desc, ground_id, e.decided_by
      """
          .formatted(ReviewQueries.ITEMS + EXEMPT, KeptGrounds.WORDS);

  private final ConsoleDatabase database;
  private final RecordPlaces places;
  private final RequestOffice office;

  ExemptionLogQueries(ConsoleDatabase database, RecordPlaces places, RequestOffice office) {
    this.database = database;
    this.places = places;
    this.office = office;
  }

  /**
   * Returns the entries of some items.
   *
   * @param after number of an item; 0 for the start
   * @param most items
   */
  List<ExemptionEntry> entries(UUID request, long after, int most, Scope scope) {
    return entries(request, after, Long.MAX_VALUE, most, scope);
  }

  /** Returns the entries of the items with numbers from after one to another. */
  public List<ExemptionEntry> between(UUID request, long after, long last, Scope scope) {
    return entries(request, after, last, Integer.MAX_VALUE, scope);
  }

  private List<ExemptionEntry> entries(UUID request, long after, long last, int most, Scope scope) {
    return database
        .read(
            h ->
                new Sight(scope, places.accounts(scope))
                    .bind(h.createQuery(ENTRIES))
                    .bind("request", request)
                    .bind("after", after)
                    .bind("last", last)
                    .bind("most", most)
                    .map(rows(ExemptionEntry.class))
                    .list())
        .stream()
        .map(this::worded)
        .toList();
  }

  /**
   * Of what was withheld before words were kept, the file's words of now are the best there are.
   */
  private ExemptionEntry worded(ExemptionEntry entry) {
    LegalGround ground = entry.ground();
    return ground.source().isEmpty()
        ? new ExemptionEntry(
            entry.itemNo(),
            entry.number(),
            entry.kind(),
            entry.account(),
            entry.seenAt(),
            entry.part(),
            office.rules().exemption(ground.id()).orElse(ground),
            entry.decidedBy(),
            entry.decider(),
            entry.decidedAt())
        : entry;
  }

  /** Returns how many exempt items of a request the viewer does not see. */
  long unseen(UUID request, Scope scope) {
    return count(request, Scope.EVERYWHERE) - count(request, scope);
  }

  private long count(UUID request, Scope scope) {
    return database.read(
        h ->
            new Sight(scope, places.accounts(scope))
                .bind(h.createQuery("select count(*) " + ReviewQueries.ITEMS + EXEMPT))
                .bind("request", request)
                .mapTo(Long.class)
                .one());
  }
}
