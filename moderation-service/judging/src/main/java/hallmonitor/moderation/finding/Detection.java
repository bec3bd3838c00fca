package hallmonitor.moderation.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Runs the detectors on one comment. A second thread can watch it: when a detector hangs, the
 * watcher gives up on it and another thread continues with the next detector, so that the other
 * findings are not lost.
 */
public final class Detection {
  /** How a detector looks at a comment. */
  @FunctionalInterface
  interface Way {
    FirstLook look(Detector detector, Comment comment, List<Finding> before);
  }

  private final List<Detector> detectors;
  private final Comment comment;
  private final Way way;
  private final List<Finding> found;
  private final List<Finding> seen;
  private int next;
  private boolean begun;
  private OptionalDouble danger;

  Detection(List<Detector> detectors, Comment comment, Way way) {
    this(detectors, comment, way, List.of(), 0, OptionalDouble.empty());
  }

  private Detection(
      List<Detector> detectors,
      Comment comment,
      Way way,
      List<Finding> found,
      int next,
      OptionalDouble danger) {
    this.detectors = detectors;
    this.comment = comment;
    this.way = way;
    this.found = new ArrayList<>(found);
    this.seen = Collections.unmodifiableList(this.found);
    this.next = next;
    this.danger = danger;
  }

  static FirstLook whole(Detector detector, Comment comment, List<Finding> before) {
    return FirstLook.whole(detector.detect(comment, before));
  }

  /** Runs all detectors that have not run yet and returns what all have found. */
  public FirstLook run() {
    for (int i = begin(); i < detectors.size(); i++) {
      end(look(detectors.get(i)));
    }
    return danger.isPresent()
        ? new FirstLook(Corroboration.standing(found), danger)
        : FirstLook.whole(Corroboration.weigh(found));
  }

  private FirstLook look(Detector detector) {
    try {
      return way.look(detector, comment, seen);
    } catch (RuntimeException | Error e) {
      // A detector that used up its memory has given it back by now.
      return FirstLook.whole(List.of(Detectors.failure(detector.name(), e)));
    }
  }

  private synchronized int begin() {
    begun = true;
    return next;
  }

  private synchronized void end(FirstLook more) {
    found.addAll(more.findings());
    if (more.needsSecondLook()) {
      danger = more.danger();
    }
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
      return new Detection(detectors, comment, way, found, next, danger);
    }
    List<Finding> sofar = new ArrayList<>(found);
    sofar.add(Detectors.failure(detectors.get(next).name(), new DetectorTimeout("given up", null)));
    return new Detection(detectors, comment, way, sofar, next + 1, danger);
  }
}
