package hallmonitor.moderation.console.queue;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/** Which cases the queue shows, from the page's address. */
public final class QueueFilter {
  /** The filters; each is a column of {@code review_case} with its own index. */
  public enum Field {
    BUILDING,
    ACCOUNT,
    PLATFORM,
    CATEGORY,
    CLAUSE,
    LANGUAGE;

    public String getCode() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int LONGEST = 200;

  private final QueueState state;
  private final Map<Field, String> values;

  private QueueFilter(QueueState state, Map<Field, String> values) {
    this.state = state;
    this.values = values;
  }

  /** Parses an address; fields that it does not name do not filter. */
  static QueueFilter of(MultivaluedMap<String, String> address) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      String value = address.getFirst(field.getCode());
      String plain = value == null ? "" : value.replace("\0", "");
      if (!plain.isEmpty() && plain.length() <= LONGEST) {
        values.put(field, plain);
      }
    }
    return new QueueFilter(QueueState.of(address.getFirst("state")), values);
  }

  QueueFilter with(QueueState other) {
    return new QueueFilter(other, values);
  }

  /** Returns every list with these filters. */
  public List<QueueFilter> getLists() {
    return Arrays.stream(QueueState.values()).map(this::with).toList();
  }

  public QueueState getState() {
    return state;
  }

  public boolean isDecided() {
    return state == QueueState.DECIDED;
  }

  /** Returns whether new cases can join the list at any moment. */
  public boolean isLive() {
    return state != QueueState.DECIDED && state != QueueState.MINE;
  }

  public boolean isNarrowed() {
    return !values.isEmpty();
  }

  /** Returns empty for all. */
  public String value(Field field) {
    return values.getOrDefault(field, "");
  }

  /** Returns the query of the page's address. */
  public String getQuery() {
    StringBuilder query = new StringBuilder("state=" + state.getCode());
    values.forEach(
        (field, value) ->
            query.append('&').append(field.getCode()).append('=').append(encode(value, UTF_8)));
    return query.toString();
  }

  @Override
  public String toString() {
    return getQuery();
  }

  /** Returns conditions on {@code review_case rc}, each supported by an index. */
  String narrowing() {
    StringBuilder sql = new StringBuilder();
    values
        .keySet()
        .forEach(
            field -> sql.append(" and rc.%s = :%s".formatted(field.getCode(), field.getCode())));
    return sql.toString();
  }

  <S extends SqlStatement<S>> S bind(S statement) {
    values.forEach((field, value) -> statement.bind(field.getCode(), value));
    return statement;
  }
}
