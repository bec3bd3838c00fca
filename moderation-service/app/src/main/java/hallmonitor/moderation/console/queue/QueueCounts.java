package hallmonitor.moderation.console.queue;

import java.util.Map;

/**
 * The number of waiting cases under a filter.
 *
 * @param urgent to act on now
 * @param lists size of each list of open cases under the same filter
 */
public record QueueCounts(CappedCount urgent, Map<QueueState, CappedCount> lists) {

  /** Returns empty for a list that is not counted. */
  public String of(QueueState state) {
    CappedCount count = lists.get(state);
    return count == null ? "" : count.toString();
  }

  /** Returns whether a list has its tab: one that is mostly empty has none while it is. */
  public boolean shows(QueueState state, QueueState chosen) {
    return state == chosen
        || !state.isSeldom()
        || !lists.getOrDefault(state, new CappedCount(0)).isZero();
  }

  public long getUnconfirmed() {
    return lists.getOrDefault(QueueState.UNCONFIRMED, new CappedCount(0)).number();
  }

  long all() {
    return lists.getOrDefault(QueueState.OPEN, new CappedCount(0)).number();
  }
}
