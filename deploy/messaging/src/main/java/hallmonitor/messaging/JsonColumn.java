package hallmonitor.messaging;

import hallmonitor.contract.event.EventJson;
import org.jdbi.v3.core.mapper.ColumnMapper;

/** Reads a column's content from JSON in bytes, such as an event. */
public final class JsonColumn {
  private JsonColumn() {}

  /** Null stays null. */
  public static <T> ColumnMapper<T> of(Class<T> type) {
    return (row, column, context) -> {
      byte[] json = row.getBytes(column);
      return json == null ? null : EventJson.read(json, type);
    };
  }
}
