package hallmonitor.moderation.console.search;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.search.SearchQuery;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.store.search.SearchIndex;
import hallmonitor.moderation.store.search.SearchedWords;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * One search through the months, the newest first, until enough is found or the time is over. So a
 * frequent word costs no more than its newest month, and a rare one a look into each month's index.
 */
final class SearchMonths {
  /** Names an entry {@code e}, its case {@code rc}, and the judgment of a post {@code pj}. */
  private static final String SEEN =
      Scope.ofComments("coalesce(rc.building, pj.building)", "e.account");

  private static final String KEY = "e.at, e.account, e.item_id, e.kind, e.revision";

  private static final String ORDER =
      "e.at desc, e.account desc, e.item_id desc, e.kind desc, e.revision desc";

  /** PostgreSQL stopped the statement: for its time, or because others kept a lock. */
  private static final Set<String> STOPPED = Set.of("57014", "55P03");

  /** A month that is being rebuilt is not waited for while others want to search. */
  private static final Duration LONGEST_FOR_A_LOCK = Duration.ofSeconds(2);

  /**
   * An entry that was found.
   *
   * @param rank how well it matches; 0 in the order of time
   */
  public record FoundEntry(
      Instant at, String account, String itemId, String kind, String revision, double rank) {
    SearchPlace place() {
      return new SearchPlace(at, account, itemId, kind, revision);
    }
  }

  /**
   * What was found.
   *
   * @param open the newest month that was not searched to its end; absent if all were, or if enough
   *     was found
   * @param onward whether a month was searched to its end, so that the rest is worth another try
   */
  record Found(List<FoundEntry> keys, @Nullable YearMonth open, boolean onward) {}

  /**
   * How much there is.
   *
   * @param whole whether it is all
   */
  record Counted(long found, boolean whole) {}

  private final Handle handle;
  private final SearchFilter filter;
  private final SearchQuery query;
  private final Sight sight;
  private final SearchReach reach;
  private final String lookedUp;
  private final String compared;
  private final Optional<Instant> begin;
  private final Optional<Instant> end;

  SearchMonths(Handle handle, SearchFilter filter, SearchQuery query, Sight sight, ZoneId zone) {
    this.handle = handle;
    this.filter = filter;
    this.query = query;
    this.sight = sight;
    this.reach = SearchReach.of(handle, sight);
    Set<String> frequent = SearchedWords.frequent(handle, query.beginnings());
    this.lookedUp = query.lookedUp(frequent);
    this.compared = query.compared(frequent);
    begin = filter.begin(zone);
    end = filter.end(zone);
  }

  /**
   * Returns the newest entries after a place.
   *
   * @param most most of them
   */
  Found newest(Optional<SearchPlace> after, int most, Duration time) {
    long over = System.nanoTime() + time.toNanos();
    List<FoundEntry> keys = new ArrayList<>();
    boolean onward = false;
    for (YearMonth month : months(after)) {
      Optional<List<FoundEntry>> more =
          within(
              over,
              h -> in(h, month, after, most - keys.size()).map(rows(FoundEntry.class)).list());
      if (more.isEmpty()) {
        return new Found(keys, month, onward);
      }
      onward = true;
      keys.addAll(more.get());
      if (keys.size() >= most) {
        break;
      }
    }
    return new Found(keys, null, onward);
  }

  /** Counts up to a number, as far as the time permits. */
  Counted count(int most, Duration time) {
    long over = System.nanoTime() + time.toNanos();
    long found = 0;
    for (YearMonth month : months(Optional.empty())) {
      long rest = most - found;
      Optional<Long> more =
          within(
              over,
              h ->
                  bind(
                          h.createQuery(
                              "select count(*) from (select %s limit :most) found"
                                  .formatted(from(month, false))),
                          month,
                          Optional.empty(),
                          rest)
                      .mapTo(Long.class)
                      .one());
      if (more.isEmpty()) {
        return new Counted(found, false);
      }
      found += more.get();
      if (found >= most) {
        return new Counted(found, false);
      }
    }
    return new Counted(found, true);
  }

  private List<YearMonth> months(Optional<SearchPlace> after) {
    return SearchIndex.all(handle).stream()
        .filter(m -> begin.isEmpty() || SearchIndex.start(m.plusMonths(1)).isAfter(begin.get()))
        .filter(m -> end.isEmpty() || SearchIndex.start(m).isBefore(end.get()))
        .filter(m -> after.isEmpty() || !SearchIndex.start(m).isAfter(after.get().at()))
        .toList();
  }

  private Query in(Handle h, YearMonth month, Optional<SearchPlace> after, int most) {
    boolean ranked = filter.relevance() && !query.isEmpty();
    String rank = ranked ? "ts_rank(e.lexemes, cast(:query as tsquery), 1)" : "0";
    Query sql =
        bind(
            h.createQuery(
                "select %s, %s as rank %s order by %s limit :most"
                    .formatted(KEY, rank, from(month, after.isPresent()), ORDER)),
            month,
            after,
            most);
    return ranked ? sql.bind("query", query.text()) : sql;
  }

  private String from(YearMonth month, boolean after) {
    StringBuilder sql = new StringBuilder();
    sql.append("from ").append(reach.entries(SearchIndex.table(month))).append(" e ");
    sql.append(
        "left join review_case rc on e.kind <> 'post' and rc.account = e.account and rc.comment_id = e.item_id ");
    sql.append(
        "left join post_judgment pj on e.kind = 'post' and pj.account = e.account and pj.post_id = e.item_id ");
    sql.append("where ").append(SEEN);
    sql.append(" and e.at >= :from and e.at < :until");
    if (!query.isEmpty()) {
      sql.append(" and e.lexemes @@ cast(:looked_up as tsquery)");
    }
    if (!compared.isEmpty()) {
      // The function, unlike its operator, is never looked up in the index.
      sql.append(" and ts_match_vq(e.lexemes, cast(:compared as tsquery))");
    }
    if (after) {
      sql.append(" and e.at <= :after_at and (").append(KEY);
      sql.append(") < (:after_at, :after_account, :after_item, :after_kind, :after_revision)");
    }
    return sql.toString();
  }

  private Query bind(Query sql, YearMonth month, Optional<SearchPlace> after, long most) {
    reach.bind(sight.bind(sql));
    Instant from = later(SearchIndex.start(month), begin);
    Instant until = earlier(SearchIndex.start(month.plusMonths(1)), end);
    sql.bind("from", from.atOffset(ZoneOffset.UTC))
        .bind("until", until.atOffset(ZoneOffset.UTC))
        .bind("most", most);
    if (!query.isEmpty()) {
      sql.bind("looked_up", lookedUp);
    }
    if (!compared.isEmpty()) {
      sql.bind("compared", compared);
    }
    after.ifPresent(
        place ->
            sql.bind("after_at", place.at().atOffset(ZoneOffset.UTC))
                .bind("after_account", place.account())
                .bind("after_item", place.itemId())
                .bind("after_kind", place.kind())
                .bind("after_revision", place.revision()));
    return sql;
  }

  private static Instant later(Instant one, Optional<Instant> other) {
    return other.filter(o -> o.isAfter(one)).orElse(one);
  }

  private static Instant earlier(Instant one, Optional<Instant> other) {
    return other.filter(o -> o.isBefore(one)).orElse(one);
  }

  /**
   * Runs a statement with the rest of the time; empty if that is not enough. Each has a plan of its
   * own, because only the words tell whether to look them up or to read the newest entries.
   */
  private <T> Optional<T> within(long over, Function<Handle, T> statement) {
    long millis = (over - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      return Optional.empty();
    }
    try {
      return handle.inTransaction(
          t -> {
            t.execute(
                """
                select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),
                  set_config('statement_timeout', ?, true), set_config('lock_timeout', ?, true)
                """,
                String.valueOf(millis),
                String.valueOf(LONGEST_FOR_A_LOCK.toMillis()));
            return Optional.of(statement.apply(t));
          });
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException why && STOPPED.contains(why.getSQLState())) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
