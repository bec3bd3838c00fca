package hallmonitor.ingest.polling;

import java.time.Duration;

/**
 * The time between two reads of the live edge: halved after new comments, increased by half after
 * none.
 *
 * @param floor shortest
 * @param idle longest
 */
record PollInterval(Duration floor, Duration idle, Duration current) {
  static PollInterval starting(Duration floor, Duration idle) {
    return new PollInterval(floor, idle, floor);
  }

  PollInterval after(boolean newComments) {
    Duration next = newComments ? current.dividedBy(2) : current.multipliedBy(3).dividedBy(2);
    if (next.compareTo(floor) < 0) {
      next = floor;
    }
    return new PollInterval(floor, idle, next.compareTo(idle) > 0 ? idle : next);
  }
}
