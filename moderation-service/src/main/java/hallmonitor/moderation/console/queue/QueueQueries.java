package hallmonitor.moderation.console.queue;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.cases.CaseQueries;
import hallmonitor.moderation.console.cases.CaseView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Pages of the queue. Each reads its rows from an index in order and stops: a long queue costs no
 * more than a short one.
 */
@ApplicationScoped
public class QueueQueries {
  static final int PAGE = 40;

  private static final List<String> URGENCIES = List.of("immediate", "soon", "digest");

  /**
   * @param next where the next page starts; empty on the last one
   */
  public record Page(List<CaseView> items, String next) {}

  private final ConsoleDatabase database;

  QueueQueries(ConsoleDatabase database) {
    this.database = database;
  }

  Page page(QueueFilter filter, Optional<Cursor> after, Scope scope) {
    List<CaseView> found =
        database.read(
            h ->
                filter.decided()
                    ? decided(h, filter, after, scope)
                    : open(h, filter, after, scope));
    boolean more = found.size() > PAGE;
    List<CaseView> items = more ? found.subList(0, PAGE) : found;
    return new Page(items, more ? cursor(filter, items.get(PAGE - 1)).toString() : "");
  }

  private static Cursor cursor(QueueFilter filter, CaseView last) {
    return filter.decided()
        ? new Cursor(
            "", last.decidedAt() == null ? last.openedAt() : last.decidedAt(), last.caseId())
        : new Cursor(last.urgency(), last.openedAt(), last.caseId());
  }

  /** One urgency after the other, the oldest case first, until the page is full. */
  private static List<CaseView> open(
      Handle h, QueueFilter filter, Optional<Cursor> after, Scope scope) {
    List<CaseView> found = new ArrayList<>();
    int start = after.map(c -> URGENCIES.indexOf(c.urgency())).filter(i -> i >= 0).orElse(0);
    for (String urgency : URGENCIES.subList(start, URGENCIES.size())) {
      boolean within = after.filter(c -> c.urgency().equals(urgency)).isPresent();
      String keyset = within ? " and (rc.opened_at, rc.case_id) > (:at, :id)" : "";
      String where =
          "where rc.state = 'open' and rc.urgency = :urgency" + keyset + narrowing(filter);
      Query query =
          h.createQuery(
                  CaseQueries.CASES + where + " order by rc.opened_at, rc.case_id limit :limit")
              .bind("urgency", urgency)
              .bind("limit", PAGE + 1 - found.size());
      found.addAll(run(query, filter, within ? after : Optional.empty(), scope));
      if (found.size() > PAGE) {
        break;
      }
    }
    return found;
  }

  private static List<CaseView> decided(
      Handle h, QueueFilter filter, Optional<Cursor> after, Scope scope) {
    String moment = "coalesce(rc.decided_at, rc.opened_at)";
    String keyset = after.isPresent() ? " and (" + moment + ", rc.case_id) < (:at, :id)" : "";
    String sql =
        CaseQueries.CASES
            + "where rc.state <> 'open'"
            + keyset
            + narrowing(filter)
            + " order by "
            + moment
            + " desc, rc.case_id desc limit :limit";
    return run(h.createQuery(sql).bind("limit", PAGE + 1), filter, after, scope);
  }

  private static List<CaseView> run(
      Query query, QueueFilter filter, Optional<Cursor> after, Scope scope) {
    bind(query, filter, scope);
    after.ifPresent(c -> query.bind("at", c.at()).bind("id", c.caseId()));
    return query.map(rows(CaseView.class)).list();
  }

  private static String narrowing(QueueFilter filter) {
    return " and "
        + Scope.CASES
        + (filter.building().isEmpty() ? "" : " and rc.building = :building")
        + (filter.account().isEmpty() ? "" : " and rc.account = :account")
        + (filter.category().isEmpty() ? "" : " and rc.category = :category");
  }

  private static void bind(Query query, QueueFilter filter, Scope scope) {
    scope.bind(query);
    if (!filter.building().isEmpty()) {
      query.bind("building", filter.building());
    }
    if (!filter.account().isEmpty()) {
      query.bind("account", filter.account());
    }
    if (!filter.category().isEmpty()) {
      query.bind("category", filter.category());
    }
  }

  /** Open cases in scope by urgency, under the filters. */
  QueueCounts counts(QueueFilter filter, Scope scope) {
    Map<String, Long> counts =
        database.read(
            h -> {
              Query query =
                  h.createQuery(
                      "select rc.urgency, count(*) as n from review_case rc where rc.state = 'open'"
                          + narrowing(filter)
                          + " group by rc.urgency");
              bind(query, filter, scope);
              return query.reduceRows(
                  new HashMap<String, Long>(),
                  (all, row) -> {
                    all.put(row.getColumn("urgency", String.class), row.getColumn("n", Long.class));
                    return all;
                  });
            });
    return new QueueCounts(
        counts.getOrDefault("immediate", 0L),
        counts.getOrDefault("soon", 0L),
        counts.getOrDefault("digest", 0L));
  }

  /** How many cases are open, by urgency. */
  public record QueueCounts(long immediate, long soon, long digest) {
    public long getAll() {
      return immediate + soon + digest;
    }
  }
}
