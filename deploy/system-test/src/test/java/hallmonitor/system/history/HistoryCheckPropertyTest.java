package hallmonitor.system.history;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A run in which every promise holds passes. The tests beside this one change one thing, and
 * exactly the promise that it breaks is named.
 */
class HistoryCheckPropertyTest {
  @Property(tries = BrokenRuns.TRIES)
  void aRunInWhichEveryPromiseHoldsPasses(@ForAll long seed) {
    assertThat(HistoryCheck.violations(SoundRuns.of(seed))).isEmpty();
  }

  @Property(tries = BrokenRuns.TRIES)
  void whatWasComparedAndTimedIsCounted(@ForAll long seed) {
    RunHistory run = SoundRuns.of(seed);
    long revisions = run.comments().stream().mapToLong(one -> one.revisions().size()).sum();
    long replaced = run.comments().stream().mapToLong(one -> one.texts().size() - 1).sum();

    assertThat(HistoryCheck.compared(run)).isEqualTo(revisions);
    assertThat(HistoryCheck.timedTexts(run)).isEqualTo(replaced);
    assertThat(HistoryCheck.timedSteps(run))
        .isEqualTo(run.escalations().get(0).steps().size() - 1L);
  }

  @Property(tries = BrokenRuns.TRIES)
  void nothingIsTimedWithinAnOutage(@ForAll long seed) {
    RunHistory run = SoundRuns.of(seed);
    RunHistory disturbed = BrokenRuns.withOutage(run, new Outage(SoundRuns.START, run.readAt()));

    assertThat(HistoryCheck.timedTexts(disturbed)).isZero();
    assertThat(HistoryCheck.timedSteps(disturbed)).isZero();
  }
}
