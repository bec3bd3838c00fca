package hallmonitor.moderation.console.answer;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Places where words of an item were found that must not go out. Those that a person allowed do not
 * count: else a package with many of them would never be searched to its end.
 */
final class FoundLeaks {
  /** As many as people can look at; the rest is found when these are fixed or allowed. */
  static final int MOST = 5_000;

  private final int most;
  private final Map<Long, Set<String>> allowed;
  private final Map<Long, Set<String>> places = new TreeMap<>();
  private int noted;

  /**
   * Creates it.
   *
   * @param most items and places that are noted
   * @param allowed places by the number of the item
   */
  FoundLeaks(int most, Map<Long, Set<String>> allowed) {
    this.most = most;
    this.allowed = Map.copyOf(allowed);
  }

  void add(long item, String place) {
    if (!isFull()
        && !allowed.getOrDefault(item, Set.of()).contains(place)
        && places.computeIfAbsent(item, i -> new TreeSet<>()).add(place)) {
      noted++;
    }
  }

  /** Returns whether no more are noted. */
  boolean isFull() {
    return noted >= most;
  }

  /** Returns places by the number of the item that the words belong to. */
  Map<Long, Set<String>> places() {
    return places;
  }
}
