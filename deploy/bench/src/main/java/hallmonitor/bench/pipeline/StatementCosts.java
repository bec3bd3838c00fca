package hallmonitor.bench.pipeline;

import hallmonitor.system.ScratchStack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** What each kind of statement costs, as PostgreSQL's own extension counts it. */
final class StatementCosts {
  private static final int MOST = 30;

  /** Waiting for locks and for the disk is part of the time. */
  private static final String COSTS =
      """
      select r.rolname, s.calls, s.total_plan_time, s.total_exec_time, s.rows, s.wal_bytes,
        s.shared_blks_hit + s.shared_blks_read as blocks,
        left(regexp_replace(s.query, '\\s+', ' ', 'g'), 110) as statement
      from pg_stat_statements s join pg_roles r on r.oid = s.userid
      order by s.total_plan_time + s.total_exec_time desc
      limit\
      """
          + " "
          + MOST;

  private final DataSource owner;

  private StatementCosts(DataSource owner) {
    this.owner = owner;
  }

  /** Restarts the stack with a database that counts. */
  static void turnOn(ScratchStack stack) throws SQLException {
    try (Connection connection = stack.stack().database().ownersDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
      statement.execute("alter system set pg_stat_statements.track_planning = on");
    }
    stack.stop();
    stack.startAgain();
  }

  /** Begins to count. */
  static StatementCosts begin(ScratchStack stack) throws SQLException {
    DataSource owner = stack.stack().database().ownersDataSource();
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
      statement.execute("select pg_stat_statements_reset()");
    }
    return new StatementCosts(owner);
  }

  /** Returns the costliest, each with its numbers. */
  List<String> costliest() throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COSTS)) {
      while (row.next()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%8.0f ms run %6.0f ms planned %6d calls %8d rows %7d KB log %8d blocks  %s: %s",
                row.getDouble("total_exec_time"),
                row.getDouble("total_plan_time"),
                row.getLong("calls"),
                row.getLong("rows"),
                row.getLong("wal_bytes") / 1024,
                row.getLong("blocks"),
                row.getString("rolname"),
                row.getString("statement")));
      }
    }
    return lines;
  }
}
