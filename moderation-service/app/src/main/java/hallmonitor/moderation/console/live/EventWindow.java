package hallmonitor.moderation.console.live;

import java.util.List;
import java.util.TreeSet;

/**
 * Knows which events were already told. Ids are given out before their transactions commit, so a
 * lower one may appear after a higher one: the window looks back over the last {@link #OVERLAP} ids
 * each time.
 */
final class EventWindow {
  static final long OVERLAP = 500;

  private final TreeSet<Long> told = new TreeSet<>();
  private long newest;

  /**
   * @param newest what was there before anybody listened is not told
   */
  EventWindow(long newest, List<Long> alreadyThere) {
    this.newest = newest;
    told.addAll(alreadyThere);
  }

  /** Events above this id are to be read. */
  long from() {
    return Math.max(0, newest - OVERLAP);
  }

  /** Those of the rows read that nobody was told of. */
  List<CaseNotification> fresh(List<CaseNotification> read) {
    List<CaseNotification> fresh = read.stream().filter(c -> told.add(c.eventId())).toList();
    fresh.forEach(c -> newest = Math.max(newest, c.eventId()));
    told.headSet(from(), true).clear();
    return fresh;
  }
}
