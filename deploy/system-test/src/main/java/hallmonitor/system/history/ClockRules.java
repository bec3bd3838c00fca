package hallmonitor.system.history;

import hallmonitor.system.history.BrokenPromise.Rule;
import hallmonitor.system.history.ClockHistory.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An escalation's clock never stands still while everything works. */
final class ClockRules {
  private ClockRules() {}

  static List<BrokenPromise> violations(ClockHistory escalation, RunHistory run) {
    List<BrokenPromise> found = new ArrayList<>();
    Instant told = escalation.told().isEmpty() ? run.readAt() : escalation.told().get(0);
    if (isLate(escalation.raised(), told, run.promises().told(), run)) {
      found.add(violation(Rule.TOLD_LATE, escalation, escalation.raised(), told));
    }
    if (escalation.steps().isEmpty()) {
      found.add(violation(Rule.CLOCK_STOOD_STILL, escalation, escalation.raised(), run.readAt()));
    }
    for (int n = 0; n < escalation.steps().size(); n++) {
      Step step = escalation.steps().get(n);
      boolean last = n == escalation.steps().size() - 1;
      Instant next = last ? run.readAt() : escalation.steps().get(n + 1).at();
      step.due()
          .filter(due -> isLate(due, next, run.promises().step(), run))
          .map(due -> violation(Rule.CLOCK_STOOD_STILL, escalation, due, next))
          .ifPresent(found::add);
    }
    return found;
  }

  /** A step that does not come would be late before the run was read. */
  static long timed(ClockHistory escalation, RunHistory run) {
    return escalation.steps().stream()
        .filter(
            step ->
                step.due()
                    .filter(due -> isLate(due, run.readAt(), run.promises().step(), run))
                    .isPresent())
        .count();
  }

  private static boolean isLate(Instant from, Instant until, Duration most, RunHistory run) {
    return run.undisturbed(from, until).compareTo(most) > 0;
  }

  private static BrokenPromise violation(
      Rule rule, ClockHistory escalation, Instant from, Instant until) {
    return new BrokenPromise(
        rule,
        escalation.escalation(),
        "nothing from %s to %s (%d s)"
            .formatted(from, until, Duration.between(from, until).toSeconds()));
  }
}
