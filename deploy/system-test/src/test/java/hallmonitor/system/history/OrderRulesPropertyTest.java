package hallmonitor.system.history;

import static hallmonitor.system.history.BrokenRuns.TRIES;
import static hallmonitor.system.history.BrokenRuns.and;
import static hallmonitor.system.history.BrokenRuns.first;
import static hallmonitor.system.history.BrokenRuns.judged;
import static hallmonitor.system.history.BrokenRuns.last;
import static hallmonitor.system.history.BrokenRuns.passes;
import static hallmonitor.system.history.BrokenRuns.refused;
import static hallmonitor.system.history.BrokenRuns.withEffects;
import static hallmonitor.system.history.BrokenRuns.withOpened;
import static hallmonitor.system.history.BrokenRuns.withOrders;

import hallmonitor.system.history.BrokenPromise.Rule;
import hallmonitor.system.history.CommentHistory.Act;
import hallmonitor.system.history.CommentHistory.Effect;
import hallmonitor.system.history.CommentHistory.Opened;
import hallmonitor.system.history.CommentHistory.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OrderRulesPropertyTest {
  private static final Instant LATER = SoundRuns.START.plusSeconds(1_000);

  @Property(tries = TRIES)
  void aHideThatWasNeverOrderedIsRefused(@ForAll long seed) {
    refused(
        seed,
        Rule.NOT_ORDERED,
        comment -> untouched(withOpened(comment, Optional.of(new Opened(false, true)))));
  }

  @Property(tries = TRIES)
  void anEscalationThatWasNeverRaisedIsRefused(@ForAll long seed) {
    refused(
        seed,
        Rule.NOT_ORDERED,
        comment -> withOpened(comment, Optional.of(new Opened(true, false))));
  }

  @Property(tries = TRIES)
  void aReviewWithoutACaseIsRefused(@ForAll long seed) {
    refused(
        seed,
        Rule.NOT_ORDERED,
        comment -> untouched(withOpened(judged(comment, "review", false), Optional.empty())));
  }

  @Property(tries = TRIES)
  void aHideThatWasCanceledPasses(@ForAll long seed) {
    passes(seed, OrderRulesPropertyTest::untouched);
  }

  @Property(tries = TRIES)
  void aSecondHideForOneVerdictIsRefused(@ForAll long seed) {
    refused(
        seed,
        Rule.ORDERED_TWICE,
        comment -> withOrders(comment, first(comment.orders().get(0), comment.orders())));
  }

  @Property(tries = TRIES)
  void aSecondHideForOneVerdictIsRefusedAfterAPersonRestored(@ForAll long seed) {
    refused(seed, Rule.ORDERED_TWICE, comment -> hiddenAgain(comment, SoundRuns.START));
  }

  @Property(tries = TRIES)
  void aHideForTheNextVerdictPassesAfterAPersonRestored(@ForAll long seed) {
    passes(seed, comment -> hiddenAgain(comment, LATER));
  }

  @Property(tries = TRIES)
  void anEffectThatHappensTwiceIsRefused(@ForAll long seed) {
    refused(
        seed,
        Rule.EFFECT_WITHOUT_ORDER,
        comment -> withEffects(comment, and(comment.effects(), opposite(last(comment.effects())))));
  }

  @Property(tries = TRIES)
  void anEffectThatNobodyOrderedIsRefused(@ForAll long seed) {
    refused(seed, Rule.EFFECT_WITHOUT_ORDER, comment -> withOrders(comment, List.of()));
  }

  @Property(tries = TRIES)
  void anEffectBeforeItsOrderIsRefused(@ForAll long seed) {
    refused(
        seed,
        Rule.EFFECT_WITHOUT_ORDER,
        comment -> {
          Order order = comment.orders().get(0);
          Order late =
              new Order(
                  comment.effects().get(0).at().plusMillis(1),
                  order.seen(),
                  order.act(),
                  order.byPolicy(),
                  true);
          return withOrders(
              comment, first(late, comment.orders().subList(1, comment.orders().size())));
        });
  }

  @Property(tries = TRIES)
  void anOrderThatWasNeverDoneIsRefused(@ForAll long seed) {
    refused(seed, Rule.ORDER_WITHOUT_EFFECT, comment -> withEffects(comment, List.of()));
  }

  @Property(tries = TRIES)
  void anOrderWithoutAResultIsRefused(@ForAll long seed) {
    refused(
        seed,
        Rule.ORDER_WITHOUT_EFFECT,
        comment -> {
          Order last = last(comment.orders());
          Order open = new Order(last.at(), last.seen(), last.act(), last.byPolicy(), false);
          return withOrders(
              comment, and(comment.orders().subList(0, comment.orders().size() - 1), open));
        });
  }

  private static CommentHistory untouched(CommentHistory comment) {
    return withEffects(withOrders(comment, List.of()), List.of());
  }

  /** The policy hides it, a person restores it, and the policy hides it for what was read then. */
  private static CommentHistory hiddenAgain(CommentHistory comment, Instant seen) {
    Order hide = comment.orders().get(0);
    Order restore = new Order(LATER, LATER, Act.RESTORE, false, true);
    Order again = new Order(LATER.plusSeconds(10), seen, Act.HIDE, true, true);
    return withEffects(
        withOrders(comment, List.of(hide, restore, again)),
        Stream.of(comment.effects().get(0), effectOf(restore), effectOf(again)).toList());
  }

  private static Effect effectOf(Order order) {
    return new Effect(order.at().plusSeconds(1), order.act());
  }

  private static Effect opposite(Effect of) {
    return new Effect(of.at().plusSeconds(1), of.act() == Act.HIDE ? Act.RESTORE : Act.HIDE);
  }
}
