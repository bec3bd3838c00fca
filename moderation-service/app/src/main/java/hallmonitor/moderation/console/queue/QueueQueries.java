package hallmonitor.moderation.console.queue;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.cases.CasePages.Row;
import hallmonitor.moderation.console.cases.CaseQueries;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.console.cases.QueueAside;
import hallmonitor.moderation.console.cases.QueueAsides;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads pages of the queue and the numbers around them. */
@ApplicationScoped
public class QueueQueries {
  static final int PAGE = 40;

  /** Up to this many cases, the filters' values are counted. */
  private static final int WORTH_COUNTING = 5_000;

  /**
   * A page.
   *
   * @param next where the next page starts; empty on the last one
   */
  public record Page(List<Row> rows, String next) {
    static final Page NONE = new Page(List.of(), "");
  }

  /** A case's position in its list. */
  public record Place(UUID caseId, int place, Instant openedAt) {}

  /** The number of cases with one value of one field. */
  public record ValueCount(QueueFilter.Field field, String value, long n) {}

  private final ConsoleDatabase database;
  private final QueueAsides besides;

  QueueQueries(ConsoleDatabase database, QueueAsides besides) {
    this.database = database;
    this.besides = besides;
  }

  /**
   * Reads a page.
   *
   * @param me the viewer's user name
   */
  Page page(QueueFilter filter, Optional<Cursor> after, Scope scope, String me) {
    return database.read(
        h -> {
          List<Place> found = places(h, filter, after, scope, me);
          boolean more = found.size() > PAGE;
          List<Place> shown = more ? found.subList(0, PAGE) : found;
          return new Page(shown(h, shown, scope, me), more ? cursor(shown.get(PAGE - 1)) : "");
        });
  }

  private static String cursor(Place last) {
    return new Cursor(last.place(), last.openedAt(), last.caseId()).toString();
  }

  private static List<Place> places(
      Handle h, QueueFilter filter, Optional<Cursor> after, Scope scope, String me) {
    Query query = h.createQuery(QueueSql.page(filter, after.isPresent()));
    bind(query, filter, scope, me).bind("limit", PAGE + 1);
    after.ifPresent(c -> query.bind("at", c.at()).bind("id", c.caseId()));
    if (!filter.isDecided()) {
      after.ifPresent(c -> query.bind("place", c.place()));
    }
    return query.map(rows(Place.class)).list();
  }

  private List<Row> shown(Handle h, List<Place> places, Scope scope, String me) {
    List<UUID> ids = places.stream().map(Place::caseId).toList();
    Map<UUID, CaseView> views = new HashMap<>();
    CaseQueries.all(h, ids, scope).forEach(view -> views.put(view.caseId(), view));
    Map<UUID, QueueAside> beside = besides.of(h, ids, me);
    List<Row> rows = new ArrayList<>(ids.size());
    for (UUID id : ids) {
      Optional.ofNullable(views.get(id))
          .ifPresent(view -> rows.add(new Row(view, beside.getOrDefault(id, QueueAside.NOTHING))));
    }
    return rows;
  }

  /** Returns open cases by urgency, and the size of each list, under the filters. */
  QueueCounts counts(QueueFilter filter, Scope scope, String me) {
    QueueFilter open = filter.with(QueueState.OPEN);
    if (filter.isSearch()) {
      return database.read(h -> tally(h, open, scope, me));
    }
    return database.read(
        h -> {
          Map<Integer, CappedCount> places = new HashMap<>();
          bind(h.createQuery(QueueSql.places(open)), open, scope, me)
              .bind("most", CappedCount.ENOUGH)
              .map((row, c) -> Map.entry(row.getInt("place"), new CappedCount(row.getLong("n"))))
              .forEach(e -> places.put(e.getKey(), e.getValue()));
          Map<QueueState, CappedCount> lists = new EnumMap<>(QueueState.class);
          lists.put(
              QueueState.OPEN,
              places.values().stream().reduce(new CappedCount(0), CappedCount::plus));
          for (QueueState state :
              List.of(
                  QueueState.DANGER_LANE,
                  QueueState.UNCONFIRMED,
                  QueueState.FAILED,
                  QueueState.MINE)) {
            lists.put(state, count(h, filter.with(state), scope, me));
          }
          CappedCount none = new CappedCount(0);
          return new QueueCounts(places.getOrDefault(0, none), lists);
        });
  }

  /** One place of the queue: how many cases, and how many of them in each list. */
  public record Tally(int place, long n, long lane, long unconfirmed, long failed, long mine) {}

  private static QueueCounts tally(Handle h, QueueFilter open, Scope scope, String me) {
    List<Tally> places =
        open.bind(scope.bind(h.createQuery(QueueSql.tally(open))))
            .bind("me", me)
            .bind("most", CappedCount.ENOUGH)
            .map(rows(Tally.class))
            .list();
    Map<QueueState, CappedCount> lists = new EnumMap<>(QueueState.class);
    lists.put(QueueState.OPEN, sum(places, Tally::n));
    lists.put(QueueState.DANGER_LANE, sum(places, Tally::lane));
    lists.put(QueueState.UNCONFIRMED, sum(places, Tally::unconfirmed));
    lists.put(QueueState.FAILED, sum(places, Tally::failed));
    lists.put(QueueState.MINE, sum(places, Tally::mine));
    List<Tally> urgent = places.stream().filter(t -> t.place() == 0).toList();
    return new QueueCounts(sum(urgent, Tally::n), lists);
  }

  private static CappedCount sum(List<Tally> places, ToLongFunction<Tally> number) {
    return new CappedCount(places.stream().mapToLong(number).sum());
  }

  private static CappedCount count(Handle h, QueueFilter filter, Scope scope, String me) {
    return new CappedCount(
        bind(h.createQuery(QueueSql.count(filter)), filter, scope, me)
            .bind("most", CappedCount.ENOUGH)
            .mapTo(long.class)
            .one());
  }

  /** Returns the number of listed cases with each value; empty if counting would take too long. */
  List<ValueCount> values(QueueFilter filter, QueueCounts counts, Scope scope, String me) {
    if (filter.isDecided()
        || filter.getState() == QueueState.MINE
        || counts.all() > WORTH_COUNTING) {
      return List.of();
    }
    return database.read(
        h ->
            bind(h.createQuery(QueueSql.values(filter)), filter, scope, me)
                .bind("most", WORTH_COUNTING)
                .map(rows(ValueCount.class))
                .list());
  }

  static Query bind(Query query, QueueFilter filter, Scope scope, String me) {
    filter.bind(scope.bind(query));
    return filter.getState() == QueueState.MINE ? query.bind("me", me) : query;
  }
}
