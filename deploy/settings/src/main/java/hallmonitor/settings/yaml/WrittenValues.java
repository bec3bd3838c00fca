package hallmonitor.settings.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values as written in a mapping, right or wrong, for someone who edits it. Missing values and
 * those of another kind than requested are empty.
 */
public final class WrittenValues {
  public static final WrittenValues NOTHING = new WrittenValues(Map.of());

  private final Map<?, ?> values;

  private WrittenValues(Map<?, ?> values) {
    this.values = values;
  }

  static WrittenValues of(@Nullable Object tree) {
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

  /** Returns a list of texts, or a single one. */
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
   * Returns the items of a list. Items that are not mappings are empty, so that each keeps its
   * place.
   */
  public List<WrittenValues> items(String key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().map(WrittenValues::of).toList()
        : List.of();
  }
}
