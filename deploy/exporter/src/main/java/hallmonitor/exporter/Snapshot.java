package hallmonitor.exporter;

import hallmonitor.exporter.TableShape.Column;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The archive as it was at one moment. It reads in the order of each table's key, some rows at a
 * time, and no writer waits for it.
 */
final class Snapshot implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 500;

  /** What a platform sent has up to some hundred kilobytes, and two portions are in memory. */
  private static final int PAYLOADS_AT_ONCE = 50;

  /** A picture has up to some megabytes. */
  private static final int PICTURES_AT_ONCE = 4;

  private final Connection connection;
  private final ArchivePart part;
  private final Position position;

  /**
   * Which moment it is.
   *
   * @param at by the database's clock
   * @param snapshot PostgreSQL's name of it: what was committed, and what was not
   * @param schema the newest migration of the database
   */
  record Position(Instant at, String snapshot, String schema) {}

  /**
   * Takes one.
   *
   * @param connection to the schema; nothing else uses it meanwhile
   */
  Snapshot(Connection connection, ArchivePart part) throws SQLException {
    this.connection = connection;
    this.part = part;
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local time zone 'UTC'");
      try (ResultSet row =
          statement.executeQuery(
              """
              select now() as at, pg_current_snapshot()::text as snapshot,
                (select version from flyway_schema_history where success and version is not null
                 order by installed_rank desc limit 1) as schema
              """)) {
        row.next();
        position =
            new Position(
                row.getTimestamp("at").toInstant(),
                row.getString("snapshot"),
                row.getString("schema"));
      }
    }
  }

  Position position() {
    return position;
  }

  /** Returns whether the archive has or had an account. */
  static boolean knows(Connection connection, String account) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select exists (select from comment where account = ?) or exists (select from post where account = ?)
              or exists (select from register_entry where account = ?) as known
            """)) {
      for (int i = 1; i <= 3; i++) {
        query.setString(i, account);
      }
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean("known");
      }
    }
  }

  TableShape shape(Dataset dataset) throws SQLException {
    return TableShape.of(connection, dataset.table());
  }

  /** Returns how many rows a dataset has. */
  long count(Dataset dataset) throws SQLException {
    PartCondition condition = PartCondition.of(part, dataset);
    try (PreparedStatement query =
        connection.prepareStatement(
            "select count(*) from %s t where %s".formatted(dataset.table(), condition.sql()))) {
      condition.bind(query, connection);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong("count");
      }
    }
  }

  /** Takes the rows, one after the other. */
  @FunctionalInterface
  interface Rows {
    void accept(ExportedRow row) throws IOException;
  }

  /**
   * Reads rows in the order of the key.
   *
   * @param after the key of the last row that is not read again; empty for all
   */
  void read(Dataset dataset, List<String> after, Rows rows) throws IOException, SQLException {
    TableShape shape = shape(dataset);
    try (PreparedStatement query = connection.prepareStatement(query(dataset, shape, after))) {
      query.setFetchSize(atOnce(dataset));
      int place = PartCondition.of(part, dataset).bind(query, connection);
      for (String value : after) {
        query.setString(place++, value);
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          rows.accept(row(dataset, shape, row));
        }
      }
    }
  }

  private static int atOnce(Dataset dataset) {
    if (dataset.fileColumn().isPresent()) {
      return PICTURES_AT_ONCE;
    }
    return dataset.nativeColumn().isPresent() ? PAYLOADS_AT_ONCE : ROWS_AT_ONCE;
  }

  private static String column(Dataset dataset, String name) {
    return dataset
        .hiddenWhere()
        .filter(where -> dataset.hidden().contains(name))
        .map(where -> "case when t.%s then '' else t.%s end as %s".formatted(where, name, name))
        .orElse("t." + name);
  }

  private static ExportedRow row(Dataset dataset, TableShape shape, ResultSet row)
      throws SQLException {
    List<String> key = new ArrayList<>();
    for (int i = 0; i < shape.key().size(); i++) {
      key.add(row.getString("key_" + i));
    }
    return new ExportedRow(
        row.getString("line"),
        key,
        dataset.nativeColumn().isPresent()
            ? Optional.ofNullable(row.getString("native"))
            : Optional.empty(),
        dataset.fileColumn().isPresent()
            ? Optional.ofNullable(row.getBytes("file"))
            : Optional.empty());
  }

  private String query(Dataset dataset, TableShape shape, List<String> after) {
    String columns =
        shape.columns().stream()
            .map(Column::name)
            .filter(dataset::has)
            .map(name -> column(dataset, name))
            .collect(Collectors.joining(", "));
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < shape.key().size(); i++) {
      keys.append(", t.%s::text as key_%d".formatted(shape.key().get(i).name(), i));
    }
    String order = shape.key().stream().map(c -> "t." + c.name()).collect(Collectors.joining(", "));
    return "select (select row_to_json(r) from (select %s) r)::text as line%s%s%s from %s t where %s%s order by %s"
        .formatted(
            columns,
            keys,
            dataset.nativeColumn().map(c -> ", t.%s as native".formatted(c)).orElse(""),
            dataset.fileColumn().map(c -> ", t.%s as file".formatted(c)).orElse(""),
            dataset.table(),
            PartCondition.of(part, dataset).sql(),
            after.isEmpty() ? "" : " and (%s) > (%s)".formatted(order, places(shape)),
            order);
  }

  private static String places(TableShape shape) {
    return shape.key().stream()
        .map(column -> "cast(? as " + column.type() + ")")
        .collect(Collectors.joining(", "));
  }

  /** Returns the connection as it was. */
  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.setReadOnly(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
  }
}
