package hallmonitor.moderation.casework;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.casework.Decision.Kind;
import hallmonitor.moderation.policy.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tests that in every reachable state, a person's next decision can be undone. */
class UndoPropertyTest {
  /** Facts that can happen to a case in sequence. */
  enum Step {
    CONFIRM,
    RESTORE,
    HIDE,
    DISMISS,
    UNDO,
    DONE_ON_PLATFORM,
    REFUSED_BY_PLATFORM,
    SEALED,
    DELETED_BY_OTHERS
  }

  @Property
  void undoingPutsTheCaseBackBeforeAPersonAndTheCommentBackToHowItWas(
      @ForAll("verdicts") Verdict verdict, @ForAll List<Step> steps, @ForAll Kind kind) {
    Case before = after(verdict, steps);
    if (kind == Kind.UNDO || !OnDecision.isLegal(before, kind)) {
      return;
    }
    Case decided = Fixtures.decided(before, kind);
    Case undone = Fixtures.decided(decided, Kind.UNDO);

    assertThat(undone.open()).isTrue();
    assertThat(undone.version().number()).isEqualTo(before.version().number() + 2);
    assertThat(undone.place().openedAt()).isEqualTo(before.place().openedAt());
    // A hide that waited for its evidence and was sent cannot wait again.
    if (!(before.situation().held() && kind == Kind.HIDE)) {
      assertThat(undone.situation().endsHidden()).isEqualTo(before.situation().endsHidden());
    }
  }

  @Property
  void whatIsOfferedIsDoneAndWhatIsNotIsRefused(
      @ForAll("verdicts") Verdict verdict, @ForAll List<Step> steps, @ForAll Kind kind) {
    Case now = after(verdict, steps);
    Decision decision = Fixtures.decision(now, kind);
    boolean offered = OnDecision.isLegal(now, kind);
    Optional<CaseChange> change = changed(now, decision);

    assertThat(change.isPresent()).isEqualTo(offered);
    change.ifPresent(
        c -> {
          assertThat(c.after().version().number()).isEqualTo(now.version().number() + 1);
          assertThat(c.orders()).hasSizeLessThanOrEqualTo(1).allMatch(o -> !o.clause().isBlank());
          assertThat(c.orders()).extracting(Order::action).doesNotContain(Action.DELETE);
        });
  }

  @Property
  void anyoneWhoDecidesOnAnOlderVersionThatStillHoldsIsOfferedTheSame(
      @ForAll("verdicts") Verdict verdict, @ForAll List<Step> steps, @ForAll List<Step> meanwhile) {
    Case looked = after(verdict, steps);
    Case now = looked;
    for (Step step : meanwhile) {
      now = next(now, step);
    }
    if (now.version().isAsIn(looked.version().number())) {
      for (Kind kind : Kind.values()) {
        assertThat(OnDecision.isLegal(now, kind)).isEqualTo(OnDecision.isLegal(looked, kind));
      }
      assertThat(now.situation().undoes()).isEqualTo(looked.situation().undoes());
      assertThat(now.situation().endsHidden()).isEqualTo(looked.situation().endsHidden());
    }
  }

  private static Optional<CaseChange> changed(Case now, Decision decision) {
    try {
      return Optional.of(OnDecision.change(now, decision));
    } catch (Decisions.NotLegal e) {
      return Optional.empty();
    }
  }

  private static Case after(Verdict verdict, List<Step> steps) {
    Case now = Fixtures.opened(verdict);
    for (Step step : steps) {
      now = next(now, step);
    }
    return now;
  }

  private static Case next(Case now, Step step) {
    Optional<Kind> kind =
        Arrays.stream(Kind.values()).filter(k -> k.name().equals(step.name())).findFirst();
    if (kind.isPresent()) {
      return OnDecision.isLegal(now, kind.get()) ? Fixtures.decided(now, kind.get()) : now;
    }
    return switch (step) {
      case DONE_ON_PLATFORM ->
          pending(now)
              .map(a -> OnPlatform.taken(now, now.actionId().orElseThrow(), a, true).after())
              .orElse(now);
      case REFUSED_BY_PLATFORM ->
          pending(now)
              .map(
                  a ->
                      OnPlatform.failed(
                              now, now.actionId().orElseThrow(), "It cannot.", Fixtures.NOON)
                          .after())
              .orElse(now);
      case SEALED ->
          now.situation().held()
              ? OnSeal.sealed(now, now.actionId().orElseThrow(), 7).after()
              : now;
      default ->
          OnPlatform.seen(now, Visibility.DELETED, true, Fixtures.NOON)
              .map(CaseChange::after)
              .orElse(now);
    };
  }

  private static Optional<Action> pending(Case now) {
    return switch (now.action()) {
      case HIDE_ORDERED -> Optional.of(Action.HIDE);
      case RESTORE_ORDERED -> Optional.of(Action.RESTORE);
      default -> Optional.empty();
    };
  }

  @Provide
  Arbitrary<Verdict> verdicts() {
    return Arbitraries.of(
        Fixtures.coarse(), Fixtures.attack(), Fixtures.threat(), Fixtures.disclosure());
  }
}
