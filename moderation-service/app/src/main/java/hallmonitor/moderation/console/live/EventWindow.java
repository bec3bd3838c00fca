package hallmonitor.moderation.console.live;

import java.util.List;
import java.util.TreeSet;

/**
 * Tracks which events were already sent. Ids are assigned before commit, so a lower one may appear
 * after a higher one: the window looks back over the last {@link #OVERLAP} ids each time.
 */
final class EventWindow {
  static final long OVERLAP = 500;

  private final TreeSet<Long> told = new TreeSet<>();
  private long newest;

  /**
   * Creates a window.
   *
   * @param newest events from before the first listener are not sent
   */
  EventWindow(long newest, List<Long> alreadyThere) {
    this.newest = newest;
    told.addAll(alreadyThere);
  }

  /** Returns the id above which events are to be read. */
  long from() {
    return Math.max(0, newest - OVERLAP);
  }

  /** Returns those of the rows that were not sent yet. */
  List<CaseNotification> fresh(List<CaseNotification> read) {
    List<CaseNotification> fresh = read.stream().filter(c -> told.add(c.eventId())).toList();
    fresh.forEach(c -> newest = Math.max(newest, c.eventId()));
    told.headSet(from(), true).clear();
    return fresh;
  }
}
