package hallmonitor.moderation.console;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The most recently requested values, in memory only, so that nothing of a disposed comment stays.
 */
public final class RecentValues<T> {
  private record Kept<T>(T value, long since) {}

  private final Duration time;
  private final Map<String, Kept<T>> kept;

  /**
   * Creates an empty store.
   *
   * @param most values; the least recently requested one is dropped first
   * @param time that each is kept
   */
  public RecentValues(int most, Duration time) {
    this.time = time;
    this.kept =
        new LinkedHashMap<>(16, .75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Kept<T>> eldest) {
            return size() > most;
          }
        };
  }

  public synchronized Optional<T> get(String key) {
    Kept<T> found = kept.get(key);
    if (found != null && System.nanoTime() - found.since() > time.toNanos()) {
      kept.remove(key);
      return Optional.empty();
    }
    return Optional.ofNullable(found).map(Kept::value);
  }

  public synchronized void put(String key, T value) {
    kept.put(key, new Kept<>(value, System.nanoTime()));
  }
}
