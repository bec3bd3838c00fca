package hallmonitor.system.history;

import java.util.List;
import java.util.stream.Stream;

/** Says which promises a run broke. The same history always gives the same answer. */
public final class HistoryCheck {
  private HistoryCheck() {}

  /** Returns the violations, comments first; none if every promise held. */
  public static List<BrokenPromise> violations(RunHistory run) {
    return Stream.concat(
            run.comments().stream()
                .flatMap(
                    comment ->
                        Stream.of(
                                ArchiveRules.violations(comment, run),
                                OrderRules.violations(comment),
                                EffectRules.violations(comment),
                                SealRules.violations(comment),
                                HidingTimeRule.violations(comment, run))
                            .flatMap(List::stream)),
            run.escalations().stream().flatMap(one -> ClockRules.violations(one, run).stream()))
        .toList();
  }

  /** Returns how many revisions have a verdict to be compared with that of another run. */
  public static long compared(RunHistory run) {
    return run.comments().stream().mapToLong(ArchiveRules::compared).sum();
  }

  /** Returns how many texts were replaced after they stood long enough to be read for sure. */
  public static long timedTexts(RunHistory run) {
    return run.comments().stream().mapToLong(comment -> ArchiveRules.timed(comment, run)).sum();
  }

  /** Returns how many steps of clocks were due in time that counts. */
  public static long timedSteps(RunHistory run) {
    return run.escalations().stream().mapToLong(one -> ClockRules.timed(one, run)).sum();
  }
}
