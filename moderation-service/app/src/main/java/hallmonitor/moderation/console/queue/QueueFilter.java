package hallmonitor.moderation.console.queue;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/** Which cases the queue shows, from the page's address: a list, filters, and searched words. */
public final class QueueFilter {
  /** The filters; each is a column of {@code review_case} with its own index. */
  public enum Field {
    URGENCY,
    CATEGORY,
    BUILDING,
    ACCOUNT,
    PLATFORM,
    CLAUSE,
    LANGUAGE;

    public String getCode() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int LONGEST = 200;

  /** Looks the words up in the author's name and the text; accounts are found by their names. */
  private static final String SEARCHED =
      " and (rc.account = any(:word_accounts) or rc.searched like lower(:words))";

  private final QueueState state;
  private final Map<Field, String> values;
  private final String words;
  private final List<String> wordAccounts;

  private QueueFilter(
      QueueState state, Map<Field, String> values, String words, List<String> wordAccounts) {
    this.state = state;
    this.values = values;
    this.words = words;
    this.wordAccounts = List.copyOf(wordAccounts);
  }

  /** Parses an address; fields that it does not name do not filter. */
  static QueueFilter of(MultivaluedMap<String, String> address) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      String plain = plain(address.getFirst(field.getCode()));
      if (!plain.isEmpty()) {
        values.put(field, plain);
      }
    }
    return new QueueFilter(
        QueueState.of(address.getFirst("state")), values, plain(address.getFirst("q")), List.of());
  }

  /** Empty for what cannot be a value. */
  private static String plain(String value) {
    String plain = value == null ? "" : value.replace("\0", "").strip();
    return plain.length() <= LONGEST ? plain : "";
  }

  QueueFilter with(QueueState other) {
    return new QueueFilter(other, values, words, wordAccounts);
  }

  /**
   * Returns the filter with one value changed.
   *
   * @param value empty for all
   */
  QueueFilter with(Field field, String value) {
    Map<Field, String> changed = new EnumMap<>(Field.class);
    changed.putAll(values);
    if (value.isEmpty()) {
      changed.remove(field);
    } else {
      changed.put(field, value);
    }
    return new QueueFilter(state, changed, words, wordAccounts);
  }

  /**
   * Returns this filter, with its words also finding accounts.
   *
   * @param accounts ids of those with names that contain the words
   */
  QueueFilter naming(List<String> accounts) {
    return new QueueFilter(state, values, words, accounts);
  }

  /** Returns the searched words; empty for none. */
  public String getWords() {
    return words;
  }

  public boolean isSearch() {
    return !words.isEmpty();
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
    return state.isWaiting() && !isSearch();
  }

  public boolean isNarrowed() {
    return !values.isEmpty() || isSearch();
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
    if (isSearch()) {
      query.append("&q=").append(encode(words, UTF_8));
    }
    return query.toString();
  }

  @Override
  public String toString() {
    return getQuery();
  }

  /** Returns the values of the other fields, for the form of the search. */
  public Map<String, String> getOthers() {
    Map<String, String> others = new LinkedHashMap<>();
    others.put("state", state.getCode());
    values.forEach((field, value) -> others.put(field.getCode(), value));
    return others;
  }

  /** Returns conditions on {@code review_case rc}; those of fields are supported by an index. */
  String narrowing() {
    StringBuilder sql = new StringBuilder();
    values
        .keySet()
        .forEach(
            field -> sql.append(" and rc.%s = :%s".formatted(field.getCode(), field.getCode())));
    if (isSearch()) {
      sql.append(SEARCHED);
    }
    return sql.toString();
  }

  <S extends SqlStatement<S>> S bind(S statement) {
    values.forEach((field, value) -> statement.bind(field.getCode(), value));
    if (isSearch()) {
      statement
          .bind("words", "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%")
          .bindArray("word_accounts", String.class, wordAccounts);
    }
    return statement;
  }
}
