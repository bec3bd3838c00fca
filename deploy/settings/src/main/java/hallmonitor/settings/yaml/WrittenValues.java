package hallmonitor.settings.yaml;

import java.util.List;
import java.util.Map;

/**
 * What is written under the keys of a mapping, right or wrong, for somebody who is at work on it.
 * What is not there, or is of another kind than asked for, is empty.
 */
public final class WrittenValues {
  public static final WrittenValues NOTHING = new WrittenValues(Map.of());

  private final Map<?, ?> values;

  private WrittenValues(Map<?, ?> values) {
    this.values = values;
  }

  static WrittenValues of(Object tree) {
    return tree instanceof Map<?, ?> map ? new WrittenValues(map) : NOTHING;
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public List<String> keys() {
    return values.keySet().stream().map(Object::toString).toList();
  }

  public String text(String key) {
    return values.get(key) instanceof String text ? text : "";
  }

  /** A list of texts, or one alone. */
  public List<String> texts(String key) {
    Object value = values.get(key);
    if (value instanceof String text) {
      return List.of(text);
    }
    return value instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  public WrittenValues item(String key) {
    return of(values.get(key));
  }

  /**
   * The items of a list, those that are no mappings as empty ones, so that each keeps its place.
   */
  public List<WrittenValues> items(String key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().map(WrittenValues::of).toList()
        : List.of();
  }
}
