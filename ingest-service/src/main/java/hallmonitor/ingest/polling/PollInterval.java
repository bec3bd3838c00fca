package hallmonitor.ingest.polling;

import java.time.Duration;

/**
 * Time between two reads of the live edge: halved when new comments came, half as long again when
 * none did.
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
