package hallmonitor.system.history;

import hallmonitor.system.history.BrokenPromise.Rule;
import hallmonitor.system.history.CommentHistory.Act;
import hallmonitor.system.history.CommentHistory.Effect;
import hallmonitor.system.history.CommentHistory.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The platform saw what was ordered, in that order, and each once. A second effect of one order
 * would show again what was hidden since, or hide again what a person restored.
 */
final class EffectRules {
  private EffectRules() {}

  static List<BrokenPromise> violations(CommentHistory comment) {
    List<BrokenPromise> found = new ArrayList<>();
    List<Effect> seen = comment.effects();
    List<Order> due = changes(comment.orders());
    Optional<String> without = withoutOrder(seen, due);
    if (without.isPresent()) {
      found.add(violation(Rule.EFFECT_WITHOUT_ORDER, comment, without.get()));
    } else if (seen.size() < due.size()) {
      found.add(
          violation(
              Rule.ORDER_WITHOUT_EFFECT,
              comment,
              "saw %d of %d changes".formatted(seen.size(), due.size())));
    }
    if (!comment.orders().stream().allMatch(Order::carriedOut)) {
      found.add(violation(Rule.ORDER_WITHOUT_EFFECT, comment, "an order has no result"));
    }
    return found;
  }

  /** Returns the first effect that is not that of the order in its place. */
  private static Optional<String> withoutOrder(List<Effect> seen, List<Order> due) {
    for (int n = 0; n < seen.size(); n++) {
      Effect effect = seen.get(n);
      if (n >= due.size() || due.get(n).act() != effect.act()) {
        return Optional.of("not ordered: " + effect);
      } else if (effect.at().isBefore(due.get(n).at())) {
        return Optional.of("%s is before %s".formatted(effect, due.get(n)));
      }
    }
    return Optional.empty();
  }

  /** Returns the orders that change something: to hide what is hidden does not. */
  private static List<Order> changes(List<Order> orders) {
    List<Order> changes = new ArrayList<>();
    Act now = Act.RESTORE;
    for (Order order : orders) {
      if (order.act() != now) {
        now = order.act();
        changes.add(order);
      }
    }
    return changes;
  }

  private static BrokenPromise violation(Rule rule, CommentHistory comment, String what) {
    return new BrokenPromise(rule, comment.comment(), what);
  }
}
