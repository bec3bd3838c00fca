package hallmonitor.system.faults;

import java.time.Duration;

/**
 * One fault of a plan.
 *
 * @param pause before it
 * @param length how long it lasts, where it is not over at once
 */
record PlannedFault(Duration pause, FaultKind kind, Duration length) {
  @Override
  public String toString() {
    return "after %.1f s %s, %.1f s"
        .formatted(pause.toMillis() / 1e3, kind.text(), length.toMillis() / 1e3);
  }
}
