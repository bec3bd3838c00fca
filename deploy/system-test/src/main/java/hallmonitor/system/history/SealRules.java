package hallmonitor.system.history;

import hallmonitor.system.history.BrokenPromise.Rule;
import hallmonitor.system.history.CommentHistory.Act;
import hallmonitor.system.history.CommentHistory.Order;
import hallmonitor.system.history.CommentHistory.Seal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Evidence is sealed, and before the comment disappears. */
final class SealRules {
  private SealRules() {}

  static List<BrokenPromise> violations(CommentHistory comment) {
    if (comment.seal().isEmpty()) {
      return List.of();
    }
    Seal seal = comment.seal().get();
    if (seal.at().isEmpty()) {
      return List.of(new BrokenPromise(Rule.NOT_SEALED, comment.comment(), "no seal"));
    }
    Instant sealed = seal.at().get();
    Optional<Instant> hidden = hiddenByPolicy(comment);
    return hidden.filter(at -> at.isBefore(sealed) && !seal.hiddenWithout()).stream()
        .map(
            at ->
                new BrokenPromise(
                    Rule.HIDDEN_BEFORE_SEAL,
                    comment.comment(),
                    "hidden at %s, sealed at %s".formatted(at, sealed)))
        .toList();
  }

  /**
   * Returns when the policy's first order hid it. A person may hide without waiting, and a comment
   * that was hidden before it was edited into a threat is hidden already.
   */
  private static Optional<Instant> hiddenByPolicy(CommentHistory comment) {
    boolean policyFirst = comment.orders().stream().findFirst().filter(Order::byPolicy).isPresent();
    return comment.effects().stream()
        .filter(effect -> policyFirst && comment.texts().size() == 1)
        .filter(effect -> effect.act() == Act.HIDE)
        .map(effect -> effect.at())
        .findFirst();
  }
}
