package hallmonitor.system.history;

import hallmonitor.system.history.BrokenPromise.Rule;
import hallmonitor.system.history.CommentHistory.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the policy hides is hidden in time, wherever nothing is disturbed. */
final class HidingTimeRule {
  private HidingTimeRule() {}

  /** Looks only at comments that were written once: an edit may be read much later. */
  static List<BrokenPromise> violations(CommentHistory comment, RunHistory run) {
    boolean policyFirst = comment.orders().stream().findFirst().filter(Order::byPolicy).isPresent();
    if (!policyFirst || comment.texts().size() > 1 || comment.effects().isEmpty()) {
      return List.of();
    }
    Instant written = comment.newest().at();
    Duration took = run.undisturbed(written, comment.effects().get(0).at());
    return took.compareTo(run.promises().hidden()) <= 0
        ? List.of()
        : List.of(
            new BrokenPromise(
                Rule.HIDDEN_LATE,
                comment.comment(),
                "written %s, hidden %s: %d ms outside outages"
                    .formatted(written, comment.effects().get(0).at(), took.toMillis())));
  }
}
