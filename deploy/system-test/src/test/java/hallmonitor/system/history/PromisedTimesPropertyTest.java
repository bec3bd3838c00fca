package hallmonitor.system.history;

import static hallmonitor.system.history.BrokenRuns.TRIES;
import static hallmonitor.system.history.BrokenRuns.changed;
import static hallmonitor.system.history.BrokenRuns.passes;
import static hallmonitor.system.history.BrokenRuns.refused;
import static hallmonitor.system.history.BrokenRuns.withClock;
import static hallmonitor.system.history.BrokenRuns.withEffects;
import static hallmonitor.system.history.BrokenRuns.withOrders;
import static hallmonitor.system.history.BrokenRuns.withOutage;
import static hallmonitor.system.history.BrokenRuns.withSeal;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.history.BrokenPromise.Rule;
import hallmonitor.system.history.ClockHistory.Step;
import hallmonitor.system.history.CommentHistory.Act;
import hallmonitor.system.history.CommentHistory.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Evidence before hiding, and what must happen in time. */
class PromisedTimesPropertyTest {
  private static final Optional<Instant> AFTER_THE_HIDE =
      Optional.of(SoundRuns.START.plusSeconds(30));

  @Property(tries = TRIES)
  void aHideBeforeItsSealIsRefused(@ForAll long seed) {
    refused(seed, Rule.HIDDEN_BEFORE_SEAL, comment -> withSeal(comment, AFTER_THE_HIDE, false));
  }

  @Property(tries = TRIES)
  void aHideBeforeItsSealPassesWhereTheRecordSaysSo(@ForAll long seed) {
    passes(seed, comment -> withSeal(comment, AFTER_THE_HIDE, true));
  }

  @Property(tries = TRIES)
  void anEscalationWithoutASealIsRefused(@ForAll long seed) {
    refused(seed, Rule.NOT_SEALED, comment -> withSeal(comment, Optional.empty(), false));
  }

  @Property(tries = TRIES)
  void aHideThatComesLateIsRefused(@ForAll long seed) {
    refused(seed, Rule.HIDDEN_LATE, PromisedTimesPropertyTest::hiddenLate);
  }

  @Property(tries = TRIES)
  void aHideThatComesLatePassesAfterAnOutage(@ForAll long seed) {
    RunHistory late = changed(SoundRuns.of(seed), PromisedTimesPropertyTest::hiddenLate);
    Outage outage = new Outage(SoundRuns.START.plusSeconds(20), SoundRuns.START.plusSeconds(90));
    assertThat(HistoryCheck.violations(withOutage(late, outage))).isEmpty();
  }

  @Property(tries = TRIES)
  void anEscalationThatNobodyIsToldOfIsRefused(@ForAll long seed) {
    RunHistory run = SoundRuns.of(seed);
    refused(withClock(run, List.of(), clock(run).steps()), Rule.TOLD_LATE);
  }

  @Property(tries = TRIES)
  void aStepThatIsMissingIsRefused(@ForAll long seed) {
    RunHistory run = SoundRuns.of(seed);
    List<Step> steps = clock(run).steps();
    refused(
        withClock(run, clock(run).told(), steps.subList(0, steps.size() - 1)),
        Rule.CLOCK_STOOD_STILL);
  }

  @Property(tries = TRIES)
  void aClockThatNeverStartedIsRefused(@ForAll long seed) {
    RunHistory run = SoundRuns.of(seed);
    refused(withClock(run, clock(run).told(), List.of()), Rule.CLOCK_STOOD_STILL);
  }

  private static ClockHistory clock(RunHistory run) {
    return run.escalations().get(0);
  }

  private static CommentHistory hiddenLate(CommentHistory comment) {
    Duration late = SoundRuns.PROMISES.hidden().plusSeconds(1);
    return withEffects(
        withOrders(comment, comment.orders().subList(0, 1)),
        List.of(new Effect(SoundRuns.START.plus(late), Act.HIDE)));
  }
}
