package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * An update with the policy's verdict.
 *
 * @param verdict empty for a deletion and for a mere change of visibility
 */
public record CommentVerdict(CommentUpdate update, Optional<Verdict> verdict) {
  List<Finding> findings() {
    return verdict.map(Verdict::findings).orElse(List.of());
  }

  /** Returns the ids of the clauses that hold, the deciding one first. */
  List<String> clauses() {
    return verdict
        .map(v -> v.hits().stream().map(hit -> hit.clause().id()).toList())
        .orElse(List.of());
  }

  /** Returns whether a person may have to look at it. */
  boolean isForPeople() {
    return verdict.filter(v -> v.outcome() != PolicyOutcome.ALLOW).isPresent();
  }
}
