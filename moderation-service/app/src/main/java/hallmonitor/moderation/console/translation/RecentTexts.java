package hallmonitor.moderation.console.translation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The texts asked for last, in memory only, so that nothing of a disposed comment stays. */
final class RecentTexts {
  private record Kept(String text, long since) {}

  private final Duration time;
  private final Map<String, Kept> kept;

  /**
   * Creates an empty store.
   *
   * @param most texts; the one asked for longest ago goes first
   * @param time that each is kept
   */
  RecentTexts(int most, Duration time) {
    this.time = time;
    this.kept =
        new LinkedHashMap<>(16, .75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<String> get(String key) {
    Kept found = kept.get(key);
    if (found != null && System.nanoTime() - found.since() > time.toNanos()) {
      kept.remove(key);
      return Optional.empty();
    }
    return Optional.ofNullable(found).map(Kept::text);
  }

  synchronized void put(String key, String text) {
    kept.put(key, new Kept(text, System.nanoTime()));
  }
}
