package hallmonitor.bench.escalations;

import hallmonitor.messaging.Worker;
import hallmonitor.system.ScratchStack;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What the database does for the notifier: PostgreSQL's own counters, and what its connections wait
 * for, looked at ten times a second.
 */
final class DatabaseLoad implements AutoCloseable {
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /**
   * The counters since the server's start.
   *
   * @param transactions committed by the notifier
   * @param statements executed by the notifier
   * @param syncs of the write-ahead log to the disk
   */
  record Counters(long transactions, long statements, long syncs) {
    Counters since(Counters before) {
      return new Counters(
          transactions - before.transactions, statements - before.statements, syncs - before.syncs);
    }
  }

  private final Handle handle;
  private final Map<String, Integer> seen = new TreeMap<>();
  private long looks;
  private final Worker worker = new Worker("database load", this::look);

  private DatabaseLoad(Handle handle) {
    this.handle = handle;
  }

  /** Restarts the stack's server with its extension that counts statements, and connects to it. */
  static DatabaseLoad of(ScratchStack stack) throws IOException {
    try (Handle first = connect(stack)) {
      first.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
    }
    stack.stop();
    stack.startAgain();
    Handle handle = connect(stack);
    handle.execute("create extension pg_stat_statements");
    return new DatabaseLoad(handle);
  }

  private static Handle connect(ScratchStack stack) throws IOException {
    String password =
        Files.readString(stack.stack().secrets().resolve("database-postgres")).strip();
    return Jdbi.create(stack.stack().database().jdbcUrl(), "postgres", password).open();
  }

  synchronized Counters counters() {
    return handle
        .createQuery(
            """
            select
              (select xact_commit from pg_stat_database where datname = current_database()) as transactions,
              (select coalesce(sum(calls), 0)
                from pg_stat_statements s
                join pg_roles r on r.oid = s.userid
                where r.rolname = 'notifier' and query !~* '^(begin|commit|end|rollback)') as statements,
              (select wal_sync from pg_stat_wal) as syncs
            """)
        .map(
            (row, context) ->
                new Counters(
                    row.getLong("transactions") - looks,
                    row.getLong("statements"),
                    row.getLong("syncs")))
        .one();
  }

  /** Returns the statements on which the server spent most time, with their number and time. */
  synchronized List<String> dearest() {
    return handle
        .createQuery(
            """
            select format('%s ms, %s calls: %s', total_exec_time::bigint, calls,
              left(regexp_replace(query, '\\s+', ' ', 'g'), 90))
            from pg_stat_statements s
            join pg_roles r on r.oid = s.userid
            where r.rolname = 'notifier'
            order by total_exec_time desc limit 15
            """)
        .mapTo(String.class)
        .list();
  }

  void watch() {
    worker.start();
  }

  private synchronized Duration look() {
    looks++;
    handle
        .createQuery(
            """
            select case when state = 'active'
              then coalesce(wait_event_type || ' ' || wait_event, 'working') else state end
            from pg_stat_activity
            where usename = 'notifier' and state <> 'idle'
            """)
        .mapTo(String.class)
        .forEach(what -> seen.merge(what, 1, Integer::sum));
    return LOOK_EVERY;
  }

  /** Returns what connections that were not idle did, each with its share of all looks. */
  synchronized Map<String, String> shares() {
    int all = seen.values().stream().mapToInt(Integer::intValue).sum();
    return seen.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(8)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e -> Math.round(100.0 * e.getValue() / all) + " %",
                (one, two) -> one,
                LinkedHashMap::new));
  }

  @Override
  public void close() {
    worker.close();
    handle.close();
  }
}
