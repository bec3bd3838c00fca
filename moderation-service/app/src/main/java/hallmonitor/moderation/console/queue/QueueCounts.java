package hallmonitor.moderation.console.queue;

import java.util.Map;

/**
 * How many cases wait under a filter.
 *
 * @param immediate to act on now
 * @param setBack whose text was marked harmless when others wrote it
 * @param lists how many each list of open cases holds under the same filter
 */
public record QueueCounts(
    CappedCount immediate,
    CappedCount soon,
    CappedCount digest,
    CappedCount setBack,
    Map<QueueState, CappedCount> lists) {

  /** Empty for a list that is not counted. */
  public String of(QueueState state) {
    CappedCount count = lists.get(state);
    return count == null ? "" : count.toString();
  }

  long all() {
    return lists.getOrDefault(QueueState.OPEN, new CappedCount(0)).number();
  }
}
