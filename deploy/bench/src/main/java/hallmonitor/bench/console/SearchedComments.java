package hallmonitor.bench.console;

import hallmonitor.bench.OldComments;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Adds the archived comments to the search, month by month as tables that are then indexed at once:
 * the service would take hours. They are made by their numbers, as {@link OldComments} are, with
 * PostgreSQL's own stems; the service's are of the same kind.
 */
final class SearchedComments {
  private static final int AT_ONCE = 50_000;

  /** Each word with its forms as a part of a tsvector, with # for the position. */
  private static final String WORDS =
      """
      create unlogged table bench_word as
      select rank, '''' || word || ''':#' || coalesce(' ''' || nullif(english, word) || ''':#', '')
        || coalesce(' ''' || nullif(nullif(spanish, word), english) || ''':#', '') as forms
      from (
        select rank, word, (ts_lexize('english_stem', word))[1] as english, (ts_lexize('spanish_stem', word))[1] as spanish
        from (select rank, %s as word from generate_series(1, %d) rank) words) stemmed
      """
          .formatted(OldComments.word("rank"), OldComments.DIFFERENT_WORDS);

  private static final String ENTRIES =
      """
      insert into TABLE (at, account, item_id, kind, revision, lexemes)
      select at, account, 'c' || i, kind, 'r' || i,
        ((select string_agg(replace(forms, '#', w::text), ' ') from PLACES join bench_word on rank = RANK)
          || ' ''@author'' ''@' || i % 9000 || ''' ''#KI:' || kind || ''' ''#AC:' || account || ''' ''#ST:' || visibility
          || ''' ''#VE:' || outcome || ''' ''#LA:' || language || ''' ''#DE:none'''
          || case when harmful then ' ''#CL:3.1'' ''#CA:insult''' else '' end
          || case when picture then ' ''#PI:''' else '' end)::tsvector
      from (NUMBERED) numbered
      """
          .replace("PLACES", OldComments.PLACES)
          .replace("RANK", OldComments.RANK)
          .replace("NUMBERED", OldComments.NUMBERED);

  private static final List<String> INDEXES =
      List.of(
          "alter table %1$s add primary key (account, item_id, kind, revision, at)",
          "create index on %1$s using gin (lexemes) with (gin_pending_list_limit = 1024)",
          "create index on %1$s (at)");

  private final Jdbi database;
  private final int all;
  private final Instant last;
  private final Duration apart;

  private SearchedComments(Jdbi database, int all, Instant last) {
    this.database = database;
    this.all = all;
    this.last = last;
    this.apart = Duration.of(OldComments.SPAN_MICROS / all, ChronoUnit.MICROS);
  }

  /**
   * Adds them.
   *
   * @param all how many are archived
   * @param last when the last of them was written
   */
  static void put(Jdbi database, int all, Instant last) {
    if (all == 0) {
      return;
    }
    database.useHandle(
        h -> {
          h.execute("drop table if exists bench_word");
          h.execute(WORDS);
          h.execute("analyze bench_word");
        });
    SearchedComments comments = new SearchedComments(database, all, last);
    Stream.iterate(month(last), month -> month.minusMonths(1))
        .takeWhile(month -> comments.number(month.plusMonths(1)) > 1)
        .toList()
        .parallelStream()
        .forEach(comments::put);
    database.useHandle(h -> h.execute("drop table bench_word"));
  }

  private static YearMonth month(Instant moment) {
    return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
  }

  /** Returns the number of the first comment of a month. */
  private long number(YearMonth month) {
    Duration before =
        Duration.between(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC), last);
    long number = before.isNegative() ? all + 1L : all - before.dividedBy(apart);
    return Math.max(1, number);
  }

  private void put(YearMonth month) {
    String table = "search_entry_" + month.toString().replace('-', '_');
    String loaded = "bench_" + table;
    database.useTransaction(
        t -> {
          t.execute("set local maintenance_work_mem = '512MB'");
          t.execute(
              "create table %s (like search_entry including defaults including constraints)"
                  .formatted(loaded));
          long end = number(month.plusMonths(1));
          for (long from = number(month); from < end; from += AT_ONCE) {
            insert(t, loaded, from, Math.min(end, from + AT_ONCE) - 1);
          }
          for (String index : INDEXES) {
            t.execute(index.formatted(loaded));
          }
        });
    database.useTransaction(t -> join(t, month, table, loaded));
  }

  private void insert(Handle t, String table, long from, long to) {
    try (PreparedStatement statement =
        t.getConnection().prepareStatement(ENTRIES.replace("TABLE", table))) {
      OldComments.bind(statement, last, all, from, to);
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("the search could not be filled", e);
    }
  }

  /** The service has made the month's table if it has read something of it. */
  private static void join(Handle t, YearMonth month, String table, String loaded) {
    t.execute("select pg_advisory_xact_lock(hashtext('search_month'))");
    if (t.execute("insert into search_month values (?) on conflict do nothing", month.atDay(1))
        == 0) {
      t.execute("insert into %s select * from %s".formatted(table, loaded));
      t.execute("drop table " + loaded);
      return;
    }
    t.execute("alter table %s rename to %s".formatted(loaded, table));
    t.execute(
        "alter table search_entry attach partition %s for values from ('%s-01 00:00:00Z') to ('%s-01 00:00:00Z')"
            .formatted(table, month, month.plusMonths(1)));
  }

  /** Returns the bytes of all of it, indexes included. */
  static long bytes(Jdbi database) {
    return database.withHandle(
        h ->
            h.select(
                    """
                    select sum(pg_total_relation_size(oid))::bigint from pg_class
                    where relkind = 'r' and relname like 'search\\_%'
                    """)
                .mapTo(long.class)
                .one());
  }
}
