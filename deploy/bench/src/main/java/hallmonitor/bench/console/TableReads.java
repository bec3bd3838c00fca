package hallmonitor.bench.console;

import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

/**
 * How many rows of tables that grow with the archive were read without an index, as the database
 * counts.
 *
 * @param rows by table; read by sequential scans since the database was made
 */
record TableReads(Map<String, Long> rows) {
  /** Idle connections report what they did after ten seconds at the latest. */
  static final long REPORTED_MILLIS = 11_000;

  static TableReads of(Jdbi database) {
    return database.withHandle(
        h ->
            new TableReads(
                new TreeMap<>(
                    h.createQuery(
                            """
                            select relname, seq_tup_read from pg_stat_user_tables
                            where relname in ('comment', 'revision', 'review_case', 'case_event', 'post')
                            """)
                        .setMapKeyColumn("relname")
                        .setMapValueColumn("seq_tup_read")
                        .collectInto(new GenericType<Map<String, Long>>() {}))));
  }

  /** Returns the rows read from an earlier reading until this one. */
  TableReads since(TableReads earlier) {
    Map<String, Long> more = new TreeMap<>();
    rows.forEach((table, n) -> more.put(table, n - earlier.rows.getOrDefault(table, 0L)));
    return new TableReads(more);
  }
}
