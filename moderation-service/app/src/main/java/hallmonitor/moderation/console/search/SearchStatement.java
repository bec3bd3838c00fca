package hallmonitor.moderation.console.search;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.search.SearchQuery;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.search.SearchMonths.FoundEntry;
import hallmonitor.moderation.store.search.SearchIndex;
import hallmonitor.moderation.store.search.SearchedWords;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The statements of one search, for some months each. */
final class SearchStatement {
  /** Names an entry {@code e}, its case {@code rc}, and the judgment of a post {@code pj}. */
  private static final String SEEN =
      Scope.ofComments("coalesce(rc.building, pj.building)", "e.account");

  private static final String KEY = "e.at, e.account, e.item_id, e.kind, e.revision";

  private static final String ORDER =
      "e.at desc, e.account desc, e.item_id desc, e.kind desc, e.revision desc";

  private final SearchQuery query;
  private final Sight sight;
  private final SearchReach reach;
  private final boolean ranked;
  private final Optional<Instant> begin;
  private final Optional<Instant> end;
  private final String lookedUp;
  private final String compared;

  /**
   * Creates them.
   *
   * @param ranked whether to say how well each entry matches
   * @param begin of what is searched; absent for all
   * @param end before which it is; absent for all
   */
  SearchStatement(
      Handle h,
      SearchQuery query,
      Sight sight,
      boolean ranked,
      Optional<Instant> begin,
      Optional<Instant> end) {
    this.query = query;
    this.sight = sight;
    this.ranked = ranked && !query.isEmpty();
    this.begin = begin;
    this.end = end;
    this.reach = SearchReach.of(h, sight);
    Set<String> frequent = SearchedWords.frequent(h, query.beginnings());
    this.lookedUp = query.lookedUp(frequent);
    this.compared = query.compared(frequent);
  }

  /**
   * Returns the newest entries after a place.
   *
   * @param months in order, the newest first
   */
  List<FoundEntry> newest(Handle h, List<YearMonth> months, Optional<SearchPlace> after, int most) {
    String rank = ranked ? "ts_rank(e.lexemes, cast(:query as tsquery), 1)" : "0";
    String each =
        all(
            months,
            month ->
                "(select %s, %s as rank %s order by %s limit :most)"
                    .formatted(KEY, rank, from(month, after.isPresent()), ORDER));
    Query sql =
        h.createQuery(
            "select %s, e.rank from (%s) e order by %s limit :most".formatted(KEY, each, ORDER));
    bind(sql, months, after, most);
    return (ranked ? sql.bind("query", query.text()) : sql).map(rows(FoundEntry.class)).list();
  }

  /** Counts up to a number. */
  long count(Handle h, List<YearMonth> months, long most) {
    String each =
        all(months, month -> "(select 1 as one %s limit :most)".formatted(from(month, false)));
    Query sql =
        h.createQuery(
            "select count(*) from (select one from (%s) e limit :most) found".formatted(each));
    return bind(sql, months, Optional.empty(), most).mapTo(Long.class).one();
  }

  private static String all(List<YearMonth> months, Function<YearMonth, String> each) {
    return months.stream().map(each).collect(Collectors.joining(" union all "));
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

  private Query bind(Query sql, List<YearMonth> months, Optional<SearchPlace> after, long most) {
    reach.bind(sight.bind(sql));
    Instant first = SearchIndex.start(months.get(months.size() - 1));
    Instant last = SearchIndex.start(months.get(0).plusMonths(1));
    Instant from = begin.filter(b -> b.isAfter(first)).orElse(first);
    Instant until = end.filter(e -> e.isBefore(last)).orElse(last);
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
}
