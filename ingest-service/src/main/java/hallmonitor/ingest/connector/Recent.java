package hallmonitor.ingest.connector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The newest values by key, up to a number. It only saves requests: a forgotten value is requested
 * again.
 */
public final class Recent<V> {
  private final Map<String, V> values;

  public Recent(int most) {
    values =
        new LinkedHashMap<>(64, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > most;
          }
        };
  }

  public synchronized Optional<V> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  public synchronized void put(String key, V value) {
    values.put(key, value);
  }

  public synchronized Map<String, V> all() {
    return Map.copyOf(values);
  }
}
