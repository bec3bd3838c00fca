package hallmonitor.exporter;

import hallmonitor.settings.tool.ToolFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as the database knows it.
 *
 * @param key the columns of its primary key, in order
 */
record TableShape(List<Column> columns, List<Column> key) {
  /**
   * A column.
   *
   * @param type as PostgreSQL names it, such as {@code timestamp with time zone}
   */
  record Column(String name, String type, boolean required) {}

  private static final String COLUMNS =
      """
      select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
        coalesce(array_position(i.indkey::smallint[], a.attnum), -1) as place
      from pg_attribute a
      left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
      where a.attrelid = to_regclass(?) and a.attnum > 0 and not a.attisdropped
      order by a.attnum
      """;

  /**
   * Reads it.
   *
   * @throws ToolFailure if the database has no such table, or it has no key
   */
  static TableShape of(Connection connection, String table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    List<Placed> key = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Column column =
              new Column(row.getString("name"), row.getString("type"), row.getBoolean("required"));
          columns.add(column);
          if (row.getInt("place") >= 0) {
            key.add(new Placed(column, row.getInt("place")));
          }
        }
      }
    }
    if (key.isEmpty()) {
      throw new ToolFailure(
          "The database has no table '%s' with a key. Is it of the same version as this command?"
              .formatted(table));
    }
    return new TableShape(columns, key.stream().sorted().map(Placed::column).toList());
  }

  private record Placed(Column column, int place) implements Comparable<Placed> {
    @Override
    public int compareTo(Placed other) {
      return Integer.compare(place, other.place);
    }
  }
}
