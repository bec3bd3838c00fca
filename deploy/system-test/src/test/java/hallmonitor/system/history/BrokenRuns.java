package hallmonitor.system.history;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.system.history.BrokenPromise.Rule;
import hallmonitor.system.history.ClockHistory.Step;
import hallmonitor.system.history.CommentHistory.Effect;
import hallmonitor.system.history.CommentHistory.Opened;
import hallmonitor.system.history.CommentHistory.Order;
import hallmonitor.system.history.CommentHistory.Revision;
import hallmonitor.system.history.CommentHistory.Seal;
import hallmonitor.system.history.CommentHistory.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Sound runs with one thing changed: in the first comment, which is escalated and hidden. */
final class BrokenRuns {
  static final int TRIES = 200;

  private BrokenRuns() {}

  /** Checks that the change breaks this promise and no other. */
  static void refused(long seed, Rule rule, UnaryOperator<CommentHistory> change) {
    refused(changed(SoundRuns.of(seed), change), rule);
  }

  static void refused(RunHistory run, Rule rule) {
    assertThat(HistoryCheck.violations(run)).extracting(BrokenPromise::rule).containsExactly(rule);
  }

  static void passes(long seed, UnaryOperator<CommentHistory> change) {
    assertThat(HistoryCheck.violations(changed(SoundRuns.of(seed), change))).isEmpty();
  }

  static RunHistory changed(RunHistory run, UnaryOperator<CommentHistory> change) {
    List<CommentHistory> comments = new ArrayList<>(run.comments());
    comments.set(0, change.apply(comments.get(0)));
    return new RunHistory(
        comments, run.escalations(), run.outages(), run.readAt(), run.compared(), run.promises());
  }

  static RunHistory withOutage(RunHistory run, Outage outage) {
    return new RunHistory(
        run.comments(),
        run.escalations(),
        List.of(outage),
        run.readAt(),
        run.compared(),
        run.promises());
  }

  static RunHistory notCompared(RunHistory run) {
    return new RunHistory(
        run.comments(), run.escalations(), run.outages(), run.readAt(), false, run.promises());
  }

  static RunHistory withClock(RunHistory run, List<Instant> told, List<Step> steps) {
    return new RunHistory(
        run.comments(),
        List.of(new ClockHistory("e", SoundRuns.START, told, steps)),
        run.outages(),
        run.readAt(),
        run.compared(),
        run.promises());
  }

  static CommentHistory withTexts(CommentHistory of, List<Text> texts) {
    return new CommentHistory(
        of.comment(), texts, of.revisions(), of.orders(), of.effects(), of.opened(), of.seal());
  }

  static CommentHistory withRevisions(CommentHistory of, List<Revision> revisions) {
    return new CommentHistory(
        of.comment(), of.texts(), revisions, of.orders(), of.effects(), of.opened(), of.seal());
  }

  static CommentHistory withOrders(CommentHistory of, List<Order> orders) {
    return new CommentHistory(
        of.comment(), of.texts(), of.revisions(), orders, of.effects(), of.opened(), of.seal());
  }

  static CommentHistory withEffects(CommentHistory of, List<Effect> effects) {
    return new CommentHistory(
        of.comment(), of.texts(), of.revisions(), of.orders(), effects, of.opened(), of.seal());
  }

  static CommentHistory withOpened(CommentHistory of, Optional<Opened> opened) {
    return new CommentHistory(
        of.comment(), of.texts(), of.revisions(), of.orders(), of.effects(), opened, of.seal());
  }

  static CommentHistory withSeal(CommentHistory of, Optional<Instant> at, boolean without) {
    return new CommentHistory(
        of.comment(),
        of.texts(),
        of.revisions(),
        of.orders(),
        of.effects(),
        of.opened(),
        Optional.of(new Seal(at, without)));
  }

  /** Judged like this, and without faults the same. */
  static CommentHistory judged(CommentHistory of, String outcome, boolean hides) {
    Text text = of.newest();
    return withRevisions(
        withTexts(of, List.of(new Text(text.at(), text.words(), Optional.of(outcome)))),
        List.of(new Revision(text.words(), Optional.of(outcome), hides)));
  }

  static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  static <T> List<T> and(List<T> list, T one) {
    return Stream.concat(list.stream(), Stream.of(one)).toList();
  }

  static <T> List<T> first(T one, List<T> list) {
    return Stream.concat(Stream.of(one), list.stream()).toList();
  }
}
