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
    Capped immediate, Capped soon, Capped digest, Capped setBack, Map<QueueState, Capped> lists) {

  /** Empty for a list that is not counted. */
  public String of(QueueState state) {
    Capped count = lists.get(state);
    return count == null ? "" : count.toString();
  }

  long all() {
    return lists.getOrDefault(QueueState.OPEN, new Capped(0)).number();
  }
}
