package hallmonitor.moderation.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One comment on its way through the detectors, for the thread that looks and for another that
 * watches it: where a detector does not come back, the watcher gives up on it and lets another
 * thread go on behind it, so that what the other detectors see is not lost.
 */
public final class Detection {
  private final List<Detector> detectors;
  private final Comment comment;
  private final List<Finding> found;
  private final List<Finding> seen;
  private int next;
  private boolean begun;

  Detection(List<Detector> detectors, Comment comment) {
    this(detectors, comment, List.of(), 0);
  }

  private Detection(List<Detector> detectors, Comment comment, List<Finding> found, int next) {
    this.detectors = detectors;
    this.comment = comment;
    this.found = new ArrayList<>(found);
    this.seen = Collections.unmodifiableList(this.found);
    this.next = next;
  }

  /** Looks with all detectors that have not looked yet, and gives all that was found. */
  public List<Finding> run() {
    for (int i = begin(); i < detectors.size(); i++) {
      end(look(detectors.get(i)));
    }
    return Corroboration.weigh(found);
  }

  private List<Finding> look(Detector detector) {
    try {
      return detector.detect(comment, seen);
    } catch (RuntimeException | StackOverflowError e) {
      return List.of(Detectors.failure(detector.name(), e));
    }
  }

  private synchronized int begin() {
    begun = true;
    return next;
  }

  private synchronized void end(List<Finding> more) {
    found.addAll(more);
    next++;
  }

  /** Grows with each detector that has looked. */
  public synchronized int step() {
    return next;
  }

  /**
   * The same detection for another thread: what was found stays found, and the detector that looks
   * now counts as one that failed. One that is over, or not begun, stays what it is.
   */
  public synchronized Detection givenUp() {
    if (next == detectors.size()) {
      return this;
    }
    if (!begun) {
      return new Detection(detectors, comment, found, next);
    }
    List<Finding> sofar = new ArrayList<>(found);
    sofar.add(Detectors.failure(detectors.get(next).name(), new DetectorTimeout("given up", null)));
    return new Detection(detectors, comment, sofar, next + 1);
  }
}
