package hallmonitor.moderation.console.records;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.store.records.HoldCoverage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the page of a case shows of the holds on it. */
@RequestScoped
@Named("caseHolds")
public class CaseHolds {
  /**
   * An active hold on a case: one of its own, on its author, on everything of a place or of certain
   * days, or by a request for records that found it.
   *
   * @param href path of the page that explains it
   * @param placer empty for a request
   */
  public record CaseHold(String href, String matter, String placer, Instant placedAt) {}

  private static final String HOLDS =
      """
      with place as (select * from unnest(:placeAccounts, :placeBuildings) as p(account, building)),
      k as (
        select c.account, c.comment_id, c.author_key, c.first_seen_at, rc.case_id, rc.building,
          %s as last_at
        from review_case rc join comment c using (account, comment_id)
        where rc.case_id = :case and <in_scope>)
      select '/records#hold-' || h.hold_id as href, h.matter, coalesce(u.display_name, h.placed_by) as placer, h.placed_at
      from k join record_hold h on %s
      left join console_user u on u.user_name = h.placed_by
      union all
      select '/requests/' || q.request_id, 'R-' || q.year || '-' || lpad(q.position::text, greatest(4, length(q.position::text)), '0'), '', min(i.added_at)
      from k cross join records_request q join records_request_item i using (request_id)
      where %s
      group by q.request_id
      order by placed_at, href
      """
          .formatted(HoldCoverage.LAST_AT, HoldCoverage.COVERS, HoldCoverage.FOUND_BY);

  private final ConsoleDatabase database;
  private final RecordPlaces places;
  private final Viewer viewer;

  CaseHolds(ConsoleDatabase database, RecordPlaces places, Viewer viewer) {
    this.database = database;
    this.places = places;
    this.viewer = viewer;
  }

  /** Returns them, the oldest first, to people who may open the page of holds; else none. */
  public List<CaseHold> of(UUID caseId) {
    if (!viewer.isAudits()) {
      return List.of();
    }
    Map<String, String> accounts = places.all();
    return database.read(
        h ->
            viewer
                .scope()
                .bind(h.createQuery(HOLDS))
                .bind("case", caseId)
                .bind("zone", places.zone().getId())
                .bindArray("placeAccounts", String.class, accounts.keySet().toArray())
                .bindArray("placeBuildings", String.class, accounts.values().toArray())
                .map(rows(CaseHold.class))
                .list());
  }
}
