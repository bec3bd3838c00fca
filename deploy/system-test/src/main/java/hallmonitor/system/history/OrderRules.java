package hallmonitor.system.history;

import hallmonitor.system.history.BrokenPromise.Rule;
import hallmonitor.system.history.CommentHistory.Act;
import hallmonitor.system.history.CommentHistory.Opened;
import hallmonitor.system.history.CommentHistory.Order;
import hallmonitor.system.history.CommentHistory.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a verdict demands is ordered, and once. */
final class OrderRules {
  private static final Opened NOTHING = new Opened(false, false);

  private OrderRules() {}

  static List<BrokenPromise> violations(CommentHistory comment) {
    List<BrokenPromise> found = new ArrayList<>(missing(comment));
    twice(comment).ifPresent(found::add);
    return found;
  }

  /**
   * A later revision may be milder than the open case, and then changes nothing. So a case and a
   * hide are due for the first verdict that is not to allow, and an escalation for any.
   */
  private static List<BrokenPromise> missing(CommentHistory comment) {
    Optional<Revision> first =
        comment.revisions().stream()
            .filter(one -> one.outcome().filter(outcome -> !outcome.equals("allow")).isPresent())
            .findFirst();
    boolean escalates =
        comment.revisions().stream()
            .anyMatch(one -> one.outcome().filter("escalate"::equals).isPresent());
    Opened opened = comment.opened().orElse(NOTHING);
    List<BrokenPromise> found = new ArrayList<>();
    if (first.isPresent() && comment.opened().isEmpty()) {
      found.add(violation(Rule.NOT_ORDERED, comment, "no case"));
    }
    if (first.filter(Revision::hides).isPresent() && !opened.hide()) {
      found.add(violation(Rule.NOT_ORDERED, comment, "no hide"));
    }
    if (escalates && !opened.escalation()) {
      found.add(violation(Rule.NOT_ORDERED, comment, "no escalation"));
    }
    return found;
  }

  /** A person may restore the comment between the two hides. */
  private static Optional<BrokenPromise> twice(CommentHistory comment) {
    Set<Instant> verdicts = new HashSet<>();
    boolean hidden = false;
    for (Order order : comment.orders()) {
      boolean hide = order.act() == Act.HIDE;
      if (hide && order.byPolicy() && (hidden || !verdicts.add(order.seen()))) {
        return Optional.of(violation(Rule.ORDERED_TWICE, comment, "at " + order.at()));
      }
      hidden = hide;
    }
    return Optional.empty();
  }

  private static BrokenPromise violation(Rule rule, CommentHistory comment, String what) {
    return new BrokenPromise(rule, comment.comment(), what);
  }
}
