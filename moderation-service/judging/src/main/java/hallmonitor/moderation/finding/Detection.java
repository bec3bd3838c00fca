package hallmonitor.moderation.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Runs the detectors on one comment. A second thread can watch it: when a detector hangs, the
 * watcher gives up on it and another thread continues with the next detector, so that the other
 * findings are not lost.
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

  /** Runs all detectors that have not run yet and returns all findings. */
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

  /** Returns a number that grows with each finished detector. */
  public synchronized int step() {
    return next;
  }

  /**
   * Returns a copy for another thread to continue. It keeps the findings so far and counts the
   * running detector as failed. A detection that is finished or not started is returned unchanged.
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
