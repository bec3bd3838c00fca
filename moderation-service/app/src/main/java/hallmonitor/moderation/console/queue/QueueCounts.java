package hallmonitor.moderation.console.queue;

import java.util.Map;

/**
 * The number of waiting cases under a filter.
 *
 * @param immediate to act on now
 * @param lane in the danger lane
 * @param setBack whose text was marked harmless for other authors
 * @param lists size of each list of open cases under the same filter
 */
public record QueueCounts(
    CappedCount immediate,
    CappedCount lane,
    CappedCount soon,
    CappedCount digest,
    CappedCount setBack,
    Map<QueueState, CappedCount> lists) {

  /** Returns empty for a list that is not counted. */
  public String of(QueueState state) {
    CappedCount count = lists.get(state);
    return count == null ? "" : count.toString();
  }

  long all() {
    return lists.getOrDefault(QueueState.OPEN, new CappedCount(0)).number();
  }
}
