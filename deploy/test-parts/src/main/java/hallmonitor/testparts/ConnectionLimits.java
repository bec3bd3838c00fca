package hallmonitor.testparts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The limits that the next connection of a pool has. */
public final class ConnectionLimits {
  private ConnectionLimits() {}

  /** Returns those of a statement and of a lock, and the driver's in milliseconds. */
  public static List<String> of(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock")) {
      row.next();
      return List.of(
          row.getString("statement"),
          row.getString("lock"),
          String.valueOf(connection.getNetworkTimeout()));
    }
  }
}
