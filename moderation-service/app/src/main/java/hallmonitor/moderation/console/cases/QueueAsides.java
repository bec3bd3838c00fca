package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.casework.SeenCase;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what the queue shows beside its cases: a few statements for all of them together. */
@ApplicationScoped
public class QueueAsides {
  private static final String FOLDED =
      """
      select rc.case_id, rc.fold, m.case_id as member, m.version,
             (select count(*) from (
                select from review_case o where o.fold = rc.fold limit :counted + 2) counted) - 1 as alike
      from review_case rc
      left join lateral (
        select o.case_id, o.version from review_case o where o.fold = rc.fold and o.case_id <> rc.case_id
        order by o.place, o.opened_at, o.case_id limit :most) m on true
      where rc.case_id = any(:cases) and rc.fold is not null
      """;

  private static final String CLAIMED =
      """
      select cl.case_id, cl.user_name = :me as mine, cl.picked, u.display_name
      from case_claim cl join console_user u using (user_name)
      where cl.case_id = any(:cases) and cl.until > clock_timestamp()
      """;

  private static final String HARMLESS =
      """
      select rc.case_id, coalesce(u.display_name, h.marked_by) as marker, h.marked_at
      from review_case rc join harmless_text h using (text_key, building, category, clause)
      left join console_user u on u.user_name = h.marked_by
      where rc.case_id = any(:cases) and rc.set_back and rc.outcome <> 'escalate'
      """;

  private static final String IN_LANE =
      """
      select rc.case_id, case when c.visibility <> 'deleted' then rc.lane_since end as runs_since
      from review_case rc join comment c using (account, comment_id)
      where rc.case_id = any(:cases) and rc.state = 'open' and rc.lane_since is not null
      """;

  private static final class Found {
    private @Nullable UUID fold;
    private final List<SeenCase> members = new ArrayList<>();
    private long alike;
    private @Nullable String looker;
    private boolean mine;
    private boolean picked;
    private @Nullable String harmlessBy;
    private @Nullable Instant harmlessAt;
    private boolean lane;
    private @Nullable Instant decideBy;

    private QueueAside beside() {
      return new QueueAside(
          fold, members, alike, looker, mine, picked, harmlessBy, harmlessAt, lane, decideBy);
    }
  }

  private final ConsoleDatabase database;
  private final LiveRules rules;

  QueueAsides(ConsoleDatabase database, LiveRules rules) {
    this.rules = rules;
    this.database = database;
  }

  /**
   * Reads one case.
   *
   * @param me the viewer's user name
   */
  public QueueAside of(UUID caseId, String me) {
    return database.read(h -> of(h, List.of(caseId), me)).getOrDefault(caseId, QueueAside.NOTHING);
  }

  /** Reads all at once; a case with nothing beside it has no entry. */
  public Map<UUID, QueueAside> of(Handle h, Collection<UUID> cases, String me) {
    Map<UUID, Found> found = new HashMap<>();
    h.createQuery(FOLDED)
        .bindArray("cases", UUID.class, cases)
        .bind("most", QueueAside.MOST)
        .bind("counted", QueueAside.COUNTED)
        .map(
            (row, c) -> {
              Found of = in(found, row);
              of.fold = row.getObject("fold", UUID.class);
              of.alike = row.getLong("alike");
              UUID member = row.getObject("member", UUID.class);
              return member == null || of.members.add(new SeenCase(member, row.getInt("version")));
            })
        .list();
    h.createQuery(CLAIMED)
        .bindArray("cases", UUID.class, cases)
        .bind("me", me)
        .map(
            (row, c) -> {
              Found of = in(found, row);
              of.mine = row.getBoolean("mine");
              of.picked = row.getBoolean("picked");
              of.looker = row.getString("display_name");
              return of;
            })
        .list();
    h.createQuery(HARMLESS)
        .bindArray("cases", UUID.class, cases)
        .map(
            (row, c) -> {
              Found of = in(found, row);
              of.harmlessAt = row.getTimestamp("marked_at").toInstant();
              of.harmlessBy = row.getString("marker");
              return of;
            })
        .list();
    District district = rules.get().district();
    h.createQuery(IN_LANE)
        .bindArray("cases", UUID.class, cases)
        .map(
            (row, c) -> {
              Found of = in(found, row);
              Timestamp since = row.getTimestamp("runs_since");
              of.lane = true;
              of.decideBy = since == null ? null : district.decideBy(since.toInstant());
              return of;
            })
        .list();
    Map<UUID, QueueAside> beside = new HashMap<>();
    found.forEach((id, of) -> beside.put(id, of.beside()));
    return beside;
  }

  private static Found in(Map<UUID, Found> found, ResultSet row) throws SQLException {
    return found.computeIfAbsent(row.getObject("case_id", UUID.class), id -> new Found());
  }
}
